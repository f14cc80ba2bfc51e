package dev.belay.cli;

import static dev.belay.cli.CliRun.belay;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program made with wasi-libc, over Belay's preview-1 adapter, goes through what can be done to files. */
class FileTourTest {
    static final String TOUR =
            Path.of(System.getProperty("belay.root", ".."), "examples/guests/file-tour/file-tour.wasm").toString();

    @TempDir
    Path directory;

    @BeforeEach
    void fill() throws IOException {
        fill(directory);
    }

    static void fill(Path directory) throws IOException {
        Files.writeString(directory.resolve("greeting.txt"), "hello, files\n");
        Files.createDirectory(directory.resolve("sub"));
        Files.writeString(directory.resolve("sub/inner.txt"), "inner\n");
    }

    @Test
    void passesInADirectoryOfTheHost() {
        var run = belay("run", "--dir", directory + "::/data", TOUR);
        assertThat(run.out()).doesNotContain("FAIL").contains("all is well");
        assertThat(run.code()).isZero();
    }

    @Test
    void passesWhereNothingMayChange() {
        var run = belay("run", "--dir", directory + "::/data::ro", TOUR, "/data", "read-only");
        assertThat(run.out()).doesNotContain("FAIL").contains("all is well");
        assertThat(run.code()).isZero();
    }
}
