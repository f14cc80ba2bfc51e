package dev.belay.runtime.internal.endive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.model.Bytes;
import dev.belay.runtime.CodeCache;
import dev.belay.runtime.internal.cache.CodeStore;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CodeCacheTest {
    private static final long ROOM = 1 << 20;
    private static final int VALUE = 42;
    private static final int OTHER = 7;
    private static final int MODULES = 20;

    @TempDir
    Path home;

    @Test
    void keepsWhatWasCompiledForTheNextProcess() throws IOException {
        assertThat(call(VALUE)).isEqualTo(VALUE);
        Path entry = onlyEntry();
        byte[] kept = Files.readAllBytes(entry);

        // What is used is told from what would be compiled anew by what it gives: here the classes are another module's.
        Files.delete(entry);
        call(OTHER);
        Path other = onlyEntry();
        Files.write(entry, withName(Files.readAllBytes(other), kept));
        assertThat(call(VALUE)).isEqualTo(OTHER);
    }

    @Test
    void whatIsDamagedAnywhereIsCompiledAnewAndReplaced() throws IOException {
        call(VALUE);
        Path entry = onlyEntry();
        byte[] kept = Files.readAllBytes(entry);
        for (int at = 0; at < kept.length; at += 11) {
            byte[] damaged = kept.clone();
            damaged[at] ^= 0x55;
            isReplaced(entry, damaged, kept.length);
        }
    }

    @Test
    void whatEndsEarlyOrIsNoEntryIsCompiledAnewAndReplaced() throws IOException {
        call(VALUE);
        Path entry = onlyEntry();
        byte[] kept = Files.readAllBytes(entry);
        for (int length = 0; length < kept.length; length += 37) {
            isReplaced(entry, java.util.Arrays.copyOf(kept, length), kept.length);
        }
        isReplaced(entry, new byte[1000], kept.length);
        isReplaced(entry, java.util.Arrays.copyOf(kept, kept.length + 1), kept.length);
    }

    @Test
    void theEntryOfAnotherModuleIsNotUsed() throws IOException {
        call(OTHER);
        byte[] other = Files.readAllBytes(onlyEntry());
        Files.delete(onlyEntry());
        call(VALUE);
        Files.write(onlyEntry(), other);
        assertThat(call(VALUE)).isEqualTo(VALUE);
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        call(VALUE);
        Path entry = onlyEntry();
        Path elsewhere = home.resolve("elsewhere");
        Files.move(entry, elsewhere);
        Files.write(elsewhere, withName(entryOf(OTHER), Files.readAllBytes(elsewhere)));
        byte[] before = Files.readAllBytes(elsewhere);
        Files.createSymbolicLink(entry, elsewhere);

        assertThat(call(VALUE)).isEqualTo(VALUE);
        assertThat(elsewhere).hasBinaryContent(before);
        assertThat(Files.isSymbolicLink(entry)).as("it is replaced by an entry").isFalse();
    }

    @Test
    void aDirectoryOrPipeInAnEntrysPlaceIsNoHarm() throws Exception {
        call(VALUE);
        Path entry = onlyEntry();
        Files.delete(entry);
        Files.createDirectory(entry);
        assertThat(call(VALUE)).isEqualTo(VALUE);
        Files.delete(entry);
        if (new ProcessBuilder("mkfifo", entry.toString()).start().waitFor() == 0) {
            assertThat(call(VALUE)).isEqualTo(VALUE);
        }
    }

    @Test
    void theDirectoryIsItsUsersAlone() throws IOException {
        call(VALUE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache()))).isEqualTo("rwx------");
    }

    @Test
    void aDirectoryThatOthersCanWriteToIsNotUsed() throws IOException {
        Files.createDirectory(cache());
        Files.setPosixFilePermissions(cache(), PosixFilePermissions.fromString("rwxrwx---"));
        assertThat(call(VALUE)).isEqualTo(VALUE);
        assertThat(files()).isEmpty();
    }

    @Test
    void aLinkOrFileInPlaceOfTheDirectoryIsNotUsed() throws IOException {
        Path real = Files.createDirectory(home.resolve("real"));
        Files.createSymbolicLink(cache(), real);
        assertThat(call(VALUE)).isEqualTo(VALUE);
        assertThat(real).isEmptyDirectory();

        Files.delete(cache());
        Files.writeString(cache(), "a file");
        assertThat(call(VALUE)).isEqualTo(VALUE);
        assertThat(cache()).hasContent("a file");
    }

    @Test
    void whatWasNotUsedForLongestGoesWhenThereIsTooMuch() throws IOException {
        call(1);
        long size = Files.size(onlyEntry());
        Path oldest = onlyEntry();
        Files.setLastModifiedTime(oldest, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        for (int value = 2; value <= 5; value++) {
            call(value, size * 3 + size / 2);
        }
        assertThat(files()).doesNotContain(oldest).hasSizeBetween(2, 3);
    }

    @Test
    void usingAnEntryKeepsIt() throws IOException {
        call(VALUE);
        Path entry = onlyEntry();
        Instant old = Instant.now().minus(Duration.ofDays(2));
        Files.setLastModifiedTime(entry, FileTime.from(old));
        call(VALUE);
        assertThat(Files.getLastModifiedTime(entry).toInstant()).isAfter(old.plus(Duration.ofDays(1)));
    }

    @Test
    void listsAndCleansUp() throws IOException {
        call(1);
        Path old = onlyEntry();
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(9))));
        Path abandoned = Files.writeString(cache().resolve(".writing-abandoned"), "half");
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofDays(9))));
        Path foreign = Files.writeString(cache().resolve("notes.txt"), "mine");
        call(2);
        var codes = CodeCache.at(cache());
        assertThat(codes.list()).hasSize(2).allMatch(each -> each.bytes() > 0);

        assertThat(codes.clean(Instant.now().minus(Duration.ofDays(7))))
                .singleElement()
                .matches(each -> old.endsWith(each.name() + ".classes"));
        assertThat(files()).hasSize(2).contains(foreign);
        assertThat(codes.clean(Instant.now())).hasSize(1);
        assertThat(files()).containsExactly(foreign);
        assertThat(CodeCache.at(home.resolve("nowhere")).list()).isEmpty();
        assertThat(CodeCache.at(home.resolve("nowhere")).clean(Instant.now())).isEmpty();
    }

    @Test
    @Timeout(120)
    void processesAtTheSameTimeDoNotDisturbEachOther() throws Exception {
        var running = new ArrayList<Process>();
        for (int i = 0; i < 2; i++) {
            running.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            User.class.getName(),
                            cache().toString())
                    .redirectErrorStream(true)
                    .start());
        }
        for (Process process : running) {
            String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(printed).isZero();
        }
        // A program that ends can leave what its background thread was about to write, but no half of an entry.
        assertThat(CodeCache.at(cache()).list()).hasSize(MODULES);
        for (int value = 0; value < MODULES; value++) {
            assertThat(call(value)).isEqualTo(value);
        }
    }

    /** A program that uses a cache. */
    static final class User {
        private User() {}

        public static void main(String[] args) {
            for (int round = 0; round < 3; round++) {
                for (int value = 0; value < MODULES; value++) {
                    if (call(Path.of(args[0]), value, ROOM) != value) {
                        throw new IllegalStateException("expected " + value);
                    }
                }
            }
        }
    }

    private void isReplaced(Path entry, byte[] bad, int length) throws IOException {
        Files.write(entry, bad);
        assertThat(call(VALUE)).isEqualTo(VALUE);
        // all classes are written in the background some time later, which a slow machine gets to see
        assertThat(Files.size(entry)).isGreaterThanOrEqualTo(length);
        assertThat(Files.readAllBytes(entry)).isNotEqualTo(bad);
    }

    /** Of a file's bytes, with the head of another file: the head has the entry's name. */
    private static byte[] withName(byte[] entry, byte[] named) {
        byte[] result = entry.clone();
        System.arraycopy(named, 0, result, 0, Long.BYTES + Integer.BYTES + 32);
        return result;
    }

    private byte[] entryOf(int value) throws IOException {
        Path elsewhere = home.resolve("of-" + value);
        call(elsewhere, value, ROOM);
        try (Stream<Path> files = Files.list(elsewhere)) {
            return Files.readAllBytes(files.findFirst().orElseThrow());
        }
    }

    private long call(int value) {
        return call(value, ROOM);
    }

    private long call(int value, long room) {
        return call(cache(), value, room);
    }

    /** As a process of its own would: with an engine that knows nothing but what is in the directory. */
    private static long call(Path cache, int value, long room) {
        var store = new CodeStore(cache, room);
        var engine = EndiveEngine.compiling(Optional.of(store), false);
        long result = SharedModulesTest.result(engine.load(Bytes.of(TinyModule.giving(value))));
        store.flush();
        return result;
    }

    private Path cache() {
        return home.resolve("cache");
    }

    private Path onlyEntry() throws IOException {
        var entries = files();
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(cache(), 1, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> !file.equals(cache())).toList();
        }
    }
}
