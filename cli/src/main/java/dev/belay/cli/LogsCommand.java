package dev.belay.cli;

import dev.belay.platform.admin.AdminClient;
import dev.belay.platform.observe.LogLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Shows what applications wrote, and what the host says of them.",
        footer = {"", "Examples:", "  belay logs", "  belay logs nordhaven --follow", "  belay logs nordhaven --lines 1000 --json"})
final class LogsCommand implements Callable<Integer> {
    private static final long LOOK_MILLIS = 500;

    @Parameters(index = "0", arity = "0..1", paramLabel = "APPLICATION", description = "Only of this one.")
    private Optional<String> application = Optional.empty();

    @Option(names = {"-n", "--lines"}, paramLabel = "N", description = "The last so many. Default: 200.")
    private int lines = 200;

    @Option(names = {"-f", "--follow"}, description = "Go on with those that come, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--json", description = "Print each line as JSON.")
    private boolean json;

    @Mixin
    private final HostLocation location = new HostLocation();

    private final Streams streams;

    LogsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (AdminClient host = location.connect(Optional.empty())) {
            long after = print(host, 0);
            while (follow && !streams.out().checkError()) {
                Thread.sleep(LOOK_MILLIS);
                after = print(host, after);
            }
        }
        return ExitCode.OK;
    }

    private long print(AdminClient host, long after) {
        Map<String, String> query = new LinkedHashMap<>();
        application.ifPresent(name -> query.put("application", name));
        query.put("after", Long.toString(after));
        query.put("most", Integer.toString(lines));
        long last = after;
        for (LogLine line : host.get("/v1/logs", query, LogLine[].class)) {
            streams.out().println(json ? Outcomes.text(line) : Worded.printable(text(line)));
            last = line.sequence();
        }
        return last;
    }

    static String text(LogLine line) {
        return line.at() + " " + line.level().toUpperCase(java.util.Locale.ROOT) + " " + line.application() + "/" + line.revision() + " "
                + line.traceId().map(trace -> "[" + trace + "] ").orElse("")
                + (line.source().equals("host") ? "" : line.source() + ": ") + line.text();
    }
}
