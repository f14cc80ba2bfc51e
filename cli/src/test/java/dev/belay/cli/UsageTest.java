package dev.belay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

class UsageTest {
    static Stream<String> commands() {
        var streams = new Streams(System.in, System.out, System.err, false);
        return Commands.all(streams).stream().map(c -> c.getClass().getAnnotation(Command.class).name());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithExamples(String command) {
        var run = CliRun.belay(command, "--help");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Usage: belay " + command, "Examples:", "  belay " + command);
        assertThat(CliRun.belay("help", command).out()).isEqualTo(run.out());
    }

    @Test
    void helpAndVersionGoToStdout() {
        assertThat(CliRun.belay("--help").out()).contains("Usage: belay", "Exit codes: 0 done");
        assertThat(CliRun.belay("--version").out()).startsWith("belay ");
    }

    @Test
    void withoutACommandTheHelpGoesToStderr() {
        var run = CliRun.belay();
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Usage: belay").doesNotContain("error");
    }

    @Test
    void namesTheNearestCommand() {
        var run = CliRun.belay("validte", "x.wasm");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.errorLines())
                .containsExactly("error: unknown command 'validte'; did you mean 'validate'?", "Try 'belay --help'.");
    }

    @Test
    void namesTheNearestOption() {
        var run = CliRun.belay("spectest", "--jsn", "x");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.errorLines())
                .containsExactly("error: unknown option '--jsn'; did you mean '--json'?", "Try 'belay spectest --help'.");
    }

    @Test
    void namesMissingAndWrongArguments() {
        assertThat(CliRun.belay("invoke").errorLines().getFirst())
                .isEqualTo("error: missing required parameters: 'FILE', 'CALL'");
        var run = CliRun.belay("invoke", "x.wasm", "f()", "--timeout", "3q");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.errorLines().getFirst()).contains("--timeout", "a time such as 500ms, 30s or 2m", "'3q'");
    }
}
