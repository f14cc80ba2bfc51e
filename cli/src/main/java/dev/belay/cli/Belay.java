package dev.belay.cli;

import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command itself: its subcommands, and what is common to all of them. */
@Command(
        name = "belay",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        description = "Composes, runs and hosts WebAssembly components.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  belay demo",
            "  belay plug harness.wasm --plug validator.wasm -o app.wasm",
            "  belay serve app.wasm --http 127.0.0.1:8080",
            "  belay help plug",
            "",
            "Exit codes: 0 done, 1 the program or check failed, 2 wrong usage."
        })
final class Belay implements Runnable {
    @Option(names = "--stack-trace", hidden = true, description = "Show where in Belay an error comes from.",
            scope = CommandLine.ScopeType.INHERIT)
    private boolean stackTrace;

    @Spec
    private CommandSpec spec;

    private final Streams streams;

    @SuppressWarnings("NullAway.Init") // picocli injects spec
    private Belay(Streams streams) {
        this.streams = streams;
    }

    /**
     * @return the exit code
     */
    static int run(Streams streams, String... args) {
        var belay = new Belay(streams);
        var line = new CommandLine(belay);
        Optional<Object> only = args.length == 0 ? Optional.empty() : Commands.named(args[0], streams);
        only.ifPresentOrElse(line::addSubcommand, () -> {
            Commands.all(streams).forEach(line::addSubcommand);
            line.addSubcommand(new CommandLine.HelpCommand());
        });
        var errors = new ErrorReport(streams, () -> belay.stackTrace || System.getenv("BELAY_DEBUG") != null);
        line.setOut(new PrintWriter(streams.out(), true))
                .setErr(new PrintWriter(streams.err(), true))
                .setColorScheme(Help.defaultColorScheme(streams.terminal() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(streams.terminal())
                .setParameterExceptionHandler((e, words) -> errors.usage(e))
                .setExecutionExceptionHandler((e, command, result) -> errors.failed(e));
        try {
            return line.execute(args);
        } catch (VirtualMachineError e) {
            return errors.failed(e);
        } finally {
            AtExit.run();
        }
    }

    /** Without a command there is nothing to do but say which there are. */
    @Override
    public void run() {
        spec.commandLine().usage(streams.err());
        throw new Failure("", ExitCode.USAGE);
    }
}
