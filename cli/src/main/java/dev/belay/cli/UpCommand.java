package dev.belay.cli;

import dev.belay.platform.observe.LogLine;
import dev.belay.platform.up.PlatformHost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Runs the applications of a platform, each composed with its harness.",
        footer = {
            "",
            "Examples:",
            "  belay up platform.yaml",
            "  belay up examples/wasmpay/platform.yaml --logs text",
            "",
            "The first time, it applies the manifest. After that it starts what was applied last: change it with `belay apply`",
            "while it runs. Ctrl-C or SIGTERM: what is in flight is finished, then it ends with 0."
        })
final class UpCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", defaultValue = "platform.yaml", description = "The manifest. Default: platform.yaml.")
    private Path file = Path.of("platform.yaml");

    /** In the words of the command line. */
    private enum LogStyle {
        json,
        text,
        off
    }

    @Option(names = "--logs", paramLabel = "STYLE",
            description = "What applications write, on stdout: json, a line each; text, for people; or off. Default: off; "
                    + "`belay logs` shows them.")
    private LogStyle logs = LogStyle.off;

    private final Streams streams;

    UpCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        PlatformHost host;
        try (var registries = Registries.on(streams); var progress = Progress.on(streams)) {
            progress.show("Starting");
            host = PlatformHost.start(
                    file, BuildVersion.text(), registries, lines(), () -> Thread.ofPlatform().start(() -> System.exit(ExitCode.OK)));
        }
        FetchedParts.print(host.fetched(), streams.err());
        host.applied().ifPresentOrElse(
                outcome -> PlanText.print(outcome, streams.err()),
                () -> streams.err().println("note: started what was applied last (change " + host.platform().desired().sequence()
                        + "); `belay apply` brings what has changed in " + file));
        host.platform().failed().forEach((name, why) ->
                streams.err().println("note: " + Worded.printable(name + " does not start: " + why)));
        streams.out().println(host.http());
        streams.out().println("admin " + host.admin());
        streams.out().flush();
        return UntilStopped.run(host::close, streams);
    }

    private Consumer<LogLine> lines() {
        return switch (logs) {
            case off -> _ -> {};
            case text -> line -> streams.out().println(Worded.printable(LogsCommand.text(line)));
            case json -> line -> Json.print(fields(line), streams);
        };
    }

    /** By the names that collectors of logs know. */
    static Map<String, Object> fields(LogLine line) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("time", line.at().toString());
        fields.put("level", line.level());
        fields.put("application", line.application());
        fields.put("revision", line.revision());
        fields.put("source", line.source());
        line.traceId().ifPresent(trace -> fields.put("trace_id", trace));
        fields.put("message", line.text());
        return fields;
    }
}
