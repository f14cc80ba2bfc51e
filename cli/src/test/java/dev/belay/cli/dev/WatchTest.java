package dev.belay.cli.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WatchTest {
    @TempDir
    private Path directory;

    private Watch watch;
    private Snapshot seen;

    @BeforeEach
    void begin() throws IOException {
        write("src/A.java", "a");
        watch = Watch.on(new SourceTree(List.of(directory), List.of(directory.resolve("app.wasm")), Set.of("generated")));
        seen = watch.look(Snapshot.empty());
        assertThat(seen.files()).containsOnlyKeys(directory.resolve("src/A.java"));
    }

    @AfterEach
    void end() {
        watch.close();
    }

    @Test
    void aFileThatIsWrittenIsSeen() throws Exception {
        write("src/A.java", "b");
        assertThat(changes()).containsExactly(directory.resolve("src/A.java"));
    }

    @Test
    void aChangeThatComesWhileItWaitsIsSeen() throws Exception {
        var changes = CompletableFuture.supplyAsync(this::changesUnchecked);
        write("src/B.java", "b");
        assertThat(changes.get(60, TimeUnit.SECONDS)).containsExactly(directory.resolve("src/B.java"));
    }

    @Test
    void aFileThatTakesAnothersPlaceIsSeenAndOneThatIsDeletedToo() throws Exception {
        Path beside = write("src/A.java.new", "bb");
        Files.move(beside, directory.resolve("src/A.java"), StandardCopyOption.ATOMIC_MOVE);
        assertThat(changes()).containsExactly(directory.resolve("src/A.java"));
        Files.delete(directory.resolve("src/A.java"));
        assertThat(changes()).containsExactly(directory.resolve("src/A.java"));
    }

    @Test
    void directoriesThatComeLaterAreWatched() throws Exception {
        write("src/deep/er/B.java", "b");
        assertThat(changes()).containsExactly(directory.resolve("src/deep/er/B.java"));
        write("src/deep/er/B.java", "c");
        assertThat(changes()).containsExactly(directory.resolve("src/deep/er/B.java"));
    }

    @Test
    void whatIsBuiltIgnoredHiddenOrLeftByAnEditorIsNotSeen() throws Exception {
        for (String name : List.of("target/x", "app.wasm", ".git/HEAD", "generated/G.java", "src/.A.java.swp", "src/A.java~", "src/#A#")) {
            write(name, "x");
        }
        write("src/B.java", "b");
        assertThat(changes()).containsExactly(directory.resolve("src/B.java"));
    }

    @Test
    void contentCountsAndNotTime() throws Exception {
        write("src/A.java", "a");
        Files.setLastModifiedTime(directory.resolve("src/A.java"), FileTime.fromMillis(0));
        write("src/B.java", "b");
        assertThat(changes()).containsExactly(directory.resolve("src/B.java"));
    }

    @Test
    void aFileIsWatchedAloneAndMayComeLater() throws Exception {
        Path later = directory.resolve("later/app.wasm");
        try (var its = Watch.on(new SourceTree(List.of(later), List.of(), Set.of()))) {
            Snapshot before = its.look(Snapshot.empty());
            assertThat(before.files()).isEmpty();
            write("later/other.wasm", "x");
            write("later/app.wasm", "x");
            Snapshot after = its.awaitChange(before);
            assertThat(after.changesSince(before)).containsExactly(later);
            write("later/app.wasm", "y");
            assertThat(its.awaitChange(after).changesSince(after)).containsExactly(later);
        }
    }

    private List<Path> changes() throws InterruptedException {
        Snapshot before = seen;
        seen = watch.awaitChange(before);
        return seen.changesSince(before);
    }

    private List<Path> changesUnchecked() {
        try {
            return changes();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
