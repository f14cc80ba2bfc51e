package dev.belay.cli;

import dev.belay.build.BuildException;
import dev.belay.component.InvalidComponentException;
import dev.belay.compose.ComposeException;
import dev.belay.host.http.HttpServerException;
import dev.belay.host.messaging.NatsException;
import dev.belay.host.tls.TlsException;
import dev.belay.platform.admin.AdminException;
import dev.belay.platform.fit.MisfitException;
import dev.belay.platform.manifest.ManifestException;
import dev.belay.platform.registry.RegistryException;
import dev.belay.platform.rollout.RefusedException;
import dev.belay.platform.serve.StartException;
import dev.belay.platform.store.StoreException;
import dev.belay.runtime.LinkException;
import dev.belay.runtime.Trap;
import dev.belay.runtime.wave.WaveException;
import dev.belay.wasi.virt.VirtException;
import dev.belay.wit.error.Report;
import dev.belay.wit.error.WitException;
import dev.belay.wit.file.WitFileException;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** Words what went wrong for a person, on stderr: one line, or one more for each detail; never a stack trace unasked. */
final class ErrorReport {
    private static final String HOW_TO_SEE_MORE = "--stack-trace";

    private final Streams streams;
    private final BooleanSupplier stackTrace;

    ErrorReport(Streams streams, BooleanSupplier stackTrace) {
        this.streams = streams;
        this.stackTrace = stackTrace;
    }

    /** The command line is wrong. */
    int usage(ParameterException e) {
        var command = e.getCommandLine().getCommandSpec().qualifiedName();
        print(UsageMessage.of(e));
        streams.err().println("Try '" + command + " --help'.");
        return ExitCode.USAGE;
    }

    /** The command could not do its work. */
    int failed(Throwable e) {
        if (stackTrace.getAsBoolean()) {
            e.printStackTrace(streams.err());
        }
        if (e instanceof Failure failure) {
            if (!message(failure).isEmpty()) {
                print(message(failure));
            }
            return failure.exitCode();
        }
        print(text(e));
        return ExitCode.FAILED;
    }

    /** What went wrong in words, a line or several. */
    static String text(Throwable e) {
        return switch (e) {
            case Trap trap -> "trap: " + message(trap);
            case WaveException wave -> message(wave) + " (line " + wave.line() + ", column " + wave.column() + ")\n" + wave.excerpt();
            case WitException wit -> Report.of(wit.problem());
            case IOException io -> Files.describe(io);
            case Failure _, InvalidComponentException _, LinkException _, ComposeException _, VirtException _, BuildException _ ->
                message(e);
            case WitFileException _, ManifestException _ -> message(e);
            case AdminException _, RefusedException _, StoreException _, StartException _, MisfitException _, RegistryException _ -> message(e);
            case HttpServerException _, NatsException _, TlsException _ -> message(e);
            case OutOfMemoryError _ ->
                "out of memory: give Java more with BELAY_JAVA_OPTS=-Xmx4g, or the component less with --max-memory";
            default -> "this is a defect in Belay, please report it: " + oneLine(e.toString()) + " (run again with "
                    + HOW_TO_SEE_MORE + " for the details)";
        };
    }

    private void print(String message) {
        print(message, streams);
    }

    /** One line, or one more for each detail. */
    static void print(String message, Streams streams) {
        var label = streams.terminal() ? Ansi.ON.string("@|bold,red error:|@") : "error:";
        var lines = message.lines().map(Worded::printable).toList();
        streams.err().println(label + " " + (lines.isEmpty() ? "" : lines.getFirst()));
        lines.stream().skip(1).forEach(line -> streams.err().println("  " + line));
    }

    static String message(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }
}
