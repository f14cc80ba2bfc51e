package dev.belay.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.spec.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ComponentCacheTest {
    private static final byte[] SOME = "some".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    private static Digest put(ComponentCache cache, byte[] bytes) {
        cache.put(Digest.of(bytes), bytes);
        return Digest.of(bytes);
    }

    @Test
    void givesWhatItWasGivenUntilThatIsCleanedUp() {
        var cache = ComponentCache.at(directory.resolve("new").resolve("cache"));
        assertThat(cache.get(Digest.of(SOME))).isEmpty();
        assertThat(cache.list()).isEmpty();
        assertThat(cache.clean(Instant.MAX)).isEmpty();
        Digest digest = put(cache, SOME);
        assertThat(cache.get(digest)).contains(SOME);
        assertThat(cache.clean(Instant.EPOCH)).isEmpty();
        assertThat(cache.list()).singleElement().satisfies(each -> assertThat(each.digest()).isEqualTo(digest));
        assertThat(cache.clean(Instant.MAX)).hasSize(1);
        assertThat(cache.get(digest)).isEmpty();
    }

    @Test
    void isBounded() throws IOException {
        var cache = ComponentCache.at(directory, 250);
        Digest first = put(cache, new byte[100]);
        try (var files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(Instant.EPOCH));
            }
        }
        Digest second = put(cache, new byte[101]);
        assertThat(cache.get(first)).isPresent();
        Digest third = put(cache, new byte[102]);
        assertThat(cache.get(first)).isEmpty();
        assertThat(cache.list()).extracting(each -> each.digest()).containsExactlyInAnyOrder(second, third);
    }

    @Test
    void whatWasChangedIsNotGivenAndIsReplaced() throws IOException {
        var cache = ComponentCache.at(directory);
        Digest digest = put(cache, SOME);
        Path file = directory.resolve(digest.hex().substring(0, 2)).resolve(digest.hex());
        // Of the same size, so that nothing but its content tells.
        Files.writeString(file, "SOME");
        assertThat(cache.get(digest)).isEmpty();
        put(cache, SOME);
        assertThat(cache.get(digest)).contains(SOME);
    }

    @Test
    void aDirectoryThatCannotBeUsedIsAsIfThereWereNone() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "no directory");
        for (Path place : new Path[] {file, file.resolve("below")}) {
            var cache = ComponentCache.at(place);
            put(cache, SOME);
            assertThat(cache.get(Digest.of(SOME))).isEmpty();
            assertThat(cache.list()).isEmpty();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isItsUsersAlone() throws IOException {
        Path cache = directory.resolve("cache");
        put(ComponentCache.at(cache), SOME);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache))).isEqualTo("rwx------");
    }
}
