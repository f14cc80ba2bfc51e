package dev.belay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Streams streams =
            new Streams(new ByteArrayInputStream(new byte[] {1, 2}), new PrintStream(out), System.err, false);

    @TempDir
    Path directory;

    @Test
    void aDashIsStdinAndStdout() {
        assertThat(Files.read("-", streams)).containsExactly(1, 2);
        Files.write("-", new byte[] {3}, streams);
        assertThat(out.toByteArray()).containsExactly(3);
    }

    @Test
    void writesAndReadsBackAndLeavesNothingElse() throws IOException {
        String file = directory.resolve("x.wasm").toString();
        Files.write(file, new byte[] {1}, streams);
        Files.write(file, new byte[] {2}, streams);
        assertThat(Files.read(file, streams)).containsExactly(2);
        try (var all = java.nio.file.Files.list(directory)) {
            assertThat(all).hasSize(1);
        }
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        assertThatThrownBy(() -> Files.read(directory.toString(), streams))
                .isInstanceOf(Failure.class)
                .hasMessage(directory + ": expected a file, found a directory");
        assertThatThrownBy(() -> Files.read(directory.resolve("gone") + "", streams))
                .isInstanceOf(Failure.class)
                .hasMessage(directory + "/gone: no such file or directory");
        assertThatThrownBy(() -> Files.write(directory.resolve("gone/x") + "", new byte[1], streams))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no such directory");
        assertThatThrownBy(() -> Files.write(directory.toString(), new byte[1], streams))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("found a directory");
    }

    @Test
    void whatIsThereStaysWhenItCannotBeWritten() throws IOException {
        Path file = java.nio.file.Files.write(directory.resolve("x.wasm"), new byte[] {1});
        Path inTheWay = directory.resolve(".x.wasm." + ProcessHandle.current().pid());
        java.nio.file.Files.createDirectory(inTheWay);
        assertThatThrownBy(() -> Files.write(file.toString(), new byte[] {2}, streams)).isInstanceOf(Failure.class);
        assertThat(file).hasBinaryContent(new byte[] {1});
        assertThat(inTheWay).isDirectory();
        assertThatThrownBy(() -> Files.write(file.resolve("below").toString(), new byte[] {2}, streams))
                .isInstanceOf(Failure.class);
        assertThat(file).hasBinaryContent(new byte[] {1});
    }

    @Test
    void whatIsReplacedKeepsItsPermissionsAndTheLinksToIt() throws IOException {
        Path file = java.nio.file.Files.write(directory.resolve("x.wasm"), new byte[] {1});
        var permissions = PosixFilePermissions.fromString("rwxr-x---");
        java.nio.file.Files.setPosixFilePermissions(file, permissions);
        Path link = java.nio.file.Files.createSymbolicLink(directory.resolve("link"), file);
        Files.write(link.toString(), new byte[] {2}, streams);
        assertThat(link).isSymbolicLink();
        assertThat(file).hasBinaryContent(new byte[] {2});
        assertThat(java.nio.file.Files.getPosixFilePermissions(file)).isEqualTo(permissions);
    }
}
