package dev.belay.bench.row;

import dev.belay.bench.process.ServerProcess;
import dev.belay.bench.process.Wrk;
import dev.belay.bench.report.Figure;
import dev.belay.bench.report.Goal;
import dev.belay.bench.report.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Requests per second, a fresh instance for each, against the same answer in Java. */
final class HttpRow implements Row {
    private static final double GOAL_PERCENT = 50;
    private static final double PERCENT = 100;
    private static final List<Integer> CONNECTIONS = List.of(16, 64);

    @Override
    public String name() {
        return "http";
    }

    @Override
    public List<Figure> measure(Setup setup) {
        if (!Wrk.isInstalled(setup.work())) {
            return CONNECTIONS.stream()
                    .map(c -> Figure.skipped(name(), title(c), "%", Goal.atLeast(GOAL_PERCENT), "needs wrk (Debian: wrk)"))
                    .toList();
        }
        var servers = new Servers(setup);
        Path hello = servers.file("hello.wasm", setup.guests().composedHello());
        var figures = new ArrayList<Figure>();
        try (ServerProcess belay = servers.belay(hello);
                ServerProcess jetty = servers.jetty(JettyOptions.like(belay.javaOptions(), setup))) {
            for (ServerProcess server : List.of(belay, jetty)) {
                Wrk.rate(setup.work(), server.port(), CONNECTIONS.getFirst(), setup.count(30, 15));
            }
            for (int connections : CONNECTIONS) {
                figures.add(figure(setup, belay, jetty, connections));
            }
        }
        figures.set(0, Peer.add(figures.getFirst(), "jco serve/s", () -> {
            try (ServerProcess jco = servers.jco(hello)) {
                return Rates.inTurns(setup, List.of(jco), CONNECTIONS.getFirst(), setup.count(3, 1)).getFirst();
            }
        }));
        return figures;
    }

    private Figure figure(Setup setup, ServerProcess belay, ServerProcess jetty, int connections) {
        List<Sample> both = Rates.inTurns(setup, List.of(belay, jetty), connections, setup.count(7, 3));
        return Figure.of(
                        name(), title(connections), "%", Goal.atLeast(GOAL_PERCENT),
                        both.getFirst().times(PERCENT / both.getLast().median()))
                .withPeer("Belay/s", both.getFirst())
                .withPeer("Jetty/s", both.getLast());
    }

    private static String title(int connections) {
        return "HTTP requests of a composed hello, fresh instance each, " + connections
                + " connections, against bare Jetty";
    }
}
