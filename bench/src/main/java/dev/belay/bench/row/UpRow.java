package dev.belay.bench.row;

import dev.belay.bench.process.ServerProcess;
import dev.belay.bench.process.Wrk;
import dev.belay.bench.report.Figure;
import dev.belay.bench.report.Goal;
import dev.belay.bench.report.Sample;
import java.nio.file.Path;
import java.util.List;

/** HTTP requests per second of an application on a platform, with metrics and tracing at their defaults. */
final class UpRow implements Row {
    private static final double GOAL_PERCENT = 45;
    private static final double GOAL_TIMES = 50;
    private static final double PERCENT = 100;
    private static final int CONNECTIONS = 64;
    private static final String AGAINST_JETTY =
            "HTTP requests of a composed hello on a platform, " + CONNECTIONS + " connections, against bare Jetty";
    private static final String AGAINST_JCO = "The same, against jco serve";

    @Override
    public String name() {
        return "up";
    }

    @Override
    public List<Figure> measure(Setup setup) {
        if (!Wrk.isInstalled(setup.work())) {
            return List.of(Figure.skipped(name(), AGAINST_JETTY, "%", Goal.atLeast(GOAL_PERCENT), "needs wrk (Debian: wrk)"));
        }
        var servers = new Servers(setup);
        Path hello = servers.file("hello.wasm", setup.guests().composedHello());
        Sample up;
        Sample jetty;
        try (ServerProcess platform = servers.platform(hello);
                ServerProcess bare = servers.jetty(JettyOptions.like(platform.javaOptions(), setup))) {
            for (ServerProcess server : List.of(platform, bare)) {
                Wrk.rate(setup.work(), server.port(), CONNECTIONS, setup.count(30, 15));
            }
            List<Sample> both = Rates.inTurns(setup, List.of(platform, bare), CONNECTIONS, setup.count(7, 3));
            up = both.getFirst();
            jetty = both.getLast();
        }
        return List.of(
                Figure.of(name(), AGAINST_JETTY, "%", Goal.atLeast(GOAL_PERCENT), up.times(PERCENT / jetty.median()))
                        .withPeer("belay up/s", up)
                        .withPeer("Jetty/s", jetty),
                againstJco(setup, servers, hello, up));
    }

    private Figure againstJco(Setup setup, Servers servers, Path hello, Sample up) {
        try (ServerProcess jco = servers.jco(hello)) {
            Sample its = Rates.inTurns(setup, List.of(jco), CONNECTIONS, setup.count(3, 1)).getFirst();
            return Figure.of(name(), AGAINST_JCO, "times", Goal.atLeast(GOAL_TIMES), up.times(1 / its.median()))
                    .withPeer("jco serve/s", its);
        } catch (BenchException e) {
            return Figure.skipped(name(), AGAINST_JCO, "times", Goal.atLeast(GOAL_TIMES), String.valueOf(e.getMessage()));
        }
    }
}
