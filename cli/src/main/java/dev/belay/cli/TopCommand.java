package dev.belay.cli;

import dev.belay.platform.admin.AdminClient;
import dev.belay.platform.admin.Messages;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "top",
        mixinStandardHelpOptions = true,
        description = "Shows which applications have most to do, again and again.",
        footer = {"", "Examples:", "  belay top", "  belay top --times 1 --every 5s"})
final class TopCommand implements Callable<Integer> {
    private static final int SHOWN = 20;
    private static final String HEAD = "%-20s %10s %7s %7s %9s %10s %5s %5s";
    private static final String ROW = "%-20s %10.1f %7d %7d %6.2f ms %10s %5d %5s";
    private static final String CLEAR = "\033[H\033[2J";

    @Option(names = "--every", paramLabel = "TIME", converter = Units.OfTime.class, description = "How often. Default: 2s.")
    private java.time.Duration every = java.time.Duration.ofSeconds(2);

    @Option(names = "--times", paramLabel = "N", description = "How many times; until Ctrl-C by default.")
    private int times = Integer.MAX_VALUE;

    @Mixin
    private final HostLocation location = new HostLocation();

    private final Streams streams;

    TopCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (AdminClient host = location.connect(Optional.empty())) {
            Map<String, Long> before = requests(status(host));
            for (int i = 0; i < times && !streams.out().checkError(); i++) {
                Thread.sleep(every.toMillis());
                Messages.Status now = status(host);
                print(now, before);
                before = requests(now);
            }
        }
        return ExitCode.OK;
    }

    private static Messages.Status status(AdminClient host) {
        return host.get("/v1/status", Map.of(), Messages.Status.class);
    }

    private static Map<String, Long> requests(Messages.Status status) {
        var requests = new HashMap<String, Long>();
        status.applications().forEach(its -> requests.put(its.name(), its.requests()));
        return requests;
    }

    private void print(Messages.Status now, Map<String, Long> before) {
        double seconds = every.toMillis() / 1000.0;
        if (streams.terminal()) {
            streams.out().print(CLEAR);
        }
        streams.out().println(String.format(HEAD, "APPLICATION", "REQUESTS/s", "FAILED", "RUNNING", "P99", "MEMORY", "MEM%", "FUEL%"));
        now.applications().stream()
                .sorted(Comparator.comparingLong((Messages.ApplicationStatus its) -> -rate(its, before)))
                .limit(SHOWN)
                .forEach(its -> streams.out().println(Worded.printable(String.format(Locale.ROOT,
                        ROW, its.name(), rate(its, before) / seconds, its.failed(), its.underWay(), its.p99() * 1000,
                        Worded.size(its.use().memory()), its.use().mostMemoryPercent(),
                        its.use().fuel().map(fuel -> Integer.toString(fuel.mostPercent())).orElse("-")))));
    }

    private static long rate(Messages.ApplicationStatus its, Map<String, Long> before) {
        return its.requests() - before.getOrDefault(its.name(), its.requests());
    }
}
