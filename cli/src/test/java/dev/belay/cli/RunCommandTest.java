package dev.belay.cli;

import static dev.belay.cli.CliRun.belay;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    /** Says in tool.c what it does. */
    private static final String TOOL = "src/test/guests/tool/tool.wasm";

    @TempDir
    Path directory;

    @Test
    void passesArgumentsVariablesAndStdin() {
        assertThat(belay("run", TOOL, "args", "--", "--verbose", "x").out()).isEqualTo("tool.wasm\nargs\n--verbose\nx\n");
        assertThat(belay("run", TOOL, "env").out()).isEmpty();
        assertThat(belay("run", TOOL, "env", "--env", "A=b=c", "--env", "PATH").out())
                .isEqualTo("A=b=c\nPATH=" + System.getenv("PATH") + "\n");
        assertThat(CliRun.withInput("one\ntwo".getBytes(StandardCharsets.UTF_8), "run", TOOL, "copy").out())
                .isEqualTo("one\ntwo");
    }

    @Test
    void opensTheDirectoriesThatAreNamedOnly() throws IOException {
        Files.writeString(directory.resolve("in"), "content");
        assertThat(belay("run", TOOL, "--dir", directory + "::/d", "--", "read", "/d/in").out()).isEqualTo("content");
        assertThat(belay("run", TOOL, "--dir", directory + "::/d", "--", "write", "/d/out", "new").code()).isZero();
        assertThat(directory.resolve("out")).hasContent("new");

        var readOnly = belay("run", TOOL, "--dir", directory + "::/d::ro", "--", "write", "/d/more", "new");
        assertThat(readOnly.code()).isEqualTo(1);
        assertThat(readOnly.err()).contains("/d/more: Read-only file system");
        assertThat(directory.resolve("more")).doesNotExist();
        assertThat(belay("run", TOOL, "--", "read", directory.resolve("in").toString()).code()).isEqualTo(1);
        assertThat(belay("run", TOOL, "--dir", directory + "::/d", "--", "read", "/d/../in").code()).isEqualTo(1);
    }

    @Test
    void endsAsTheProgramDoes() {
        assertThat(belay("run", TOOL, "exit", "0").code()).isZero();
        assertThat(belay("run", TOOL, "exit", "1").code()).isEqualTo(1);
        var wrong = belay("run", TOOL, "nonsense");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).isEqualTo("tool: no such thing to do: 'nonsense'\n");

        var trap = belay("run", TOOL, "trap");
        assertThat(trap.code()).isEqualTo(1);
        assertThat(trap.errorLines()).singleElement().asString().startsWith("error: trap: unreachable");
    }

    @Test
    void boundsTimeFuelAndMemory() {
        assertThat(belay("run", TOOL, "spin", "--timeout", "100ms").errorLines())
                .containsExactly("error: trap: deadline exceeded: the call took longer than 100 ms");
        assertThat(belay("run", TOOL, "spin", "--fuel", "10m").errorLines())
                .containsExactly("error: trap: fuel exhausted: the call took more than 10000000 entries and iterations");
        assertThat(belay("run", TOOL, "grow", "--fuel", "10m").out()).isEqualTo("got 64 MiB\n");
        assertThat(belay("run", TOOL, "spin", "--fuel", "much").errorLines().getFirst())
                .contains("'--fuel'", "expected a number such as 50000, 10m or 2g, found 'much'");
        assertThat(belay("run", TOOL, "grow").out()).isEqualTo("got 64 MiB\n");
        assertThat(belay("run", TOOL, "grow", "--max-memory", "1m").out()).isEqualTo("refused 64 MiB\n");
    }

    @Test
    void refusesWhatIsNoCommand() {
        String bank = "../examples/wasmpay/validators/terrano/terrano.wasm";
        assertThat(belay("run", bank).errorLines()).containsExactly("error: " + bank
                + ": expected a component that exports wasi:cli/run@0.2, found one that exports "
                + "wasmpay:platform/validation@0.1.0");
    }

    @Test
    void saysWhatIsWrongWithAGrant() {
        assertThat(belay("run", TOOL, "--dir", "/no/such::/d").errorLines().getFirst())
                .contains("'--dir'", "expected an existing directory, found '/no/such'");
        assertThat(belay("run", TOOL, "--env", "=x").errorLines().getFirst()).contains("'--env'", "NAME=VALUE");
        assertThat(belay("run", TOOL, "--env", "BELAY_NOT_SET").errorLines().getFirst()).contains("is not set here");
    }
}
