package dev.belay.bench.row;

import dev.belay.bench.process.ServerProcess;
import dev.belay.bench.report.Figure;
import dev.belay.bench.report.Goal;
import dev.belay.bench.report.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** From the start of a process to the end of its first answer. */
final class StartRow implements Row {
    private static final double GOAL_RATIO = 1.2;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Figure> measure(Setup setup) {
        var servers = new Servers(setup);
        Path validator = servers.file("validator.wasm", setup.guests().composedValidator(Banks.RUST));
        Path hello = servers.file("hello.wasm", setup.guests().composedHello());
        List<String> options;
        // Not measured: fills caches. Its JVM's options are those that the peer gets.
        try (ServerProcess first = servers.belay(validator)) {
            options = JettyOptions.like(first.javaOptions(), setup);
        }
        int count = setup.count(15, 5);
        var belay = new ArrayList<Double>();
        var jetty = new ArrayList<Double>();
        for (int i = 0; i < count; i++) {
            belay.add(millis(() -> servers.belay(validator)));
            jetty.add(millis(() -> servers.jetty(options)));
        }
        Sample bare = sample(jetty);
        Figure figure = Figure.of(
                        name(), "`belay serve` of a cached composed validator, start to first answer, against bare Jetty",
                        "times", Goal.atMost(GOAL_RATIO), sample(belay).times(1 / bare.median()))
                .withPeer("Belay ms", sample(belay))
                .withPeer("Jetty ms", bare)
                .withNote("both with " + String.join(" ", options));
        return List.of(Peer.add(figure, "jco serve of a hello, ms", () -> {
            var jco = new ArrayList<Double>();
            for (int i = 0; i < setup.count(5, 2); i++) {
                jco.add(millis(() -> servers.jco(hello)));
            }
            return sample(jco);
        }));
    }

    private static double millis(Supplier<ServerProcess> start) {
        try (ServerProcess server = start.get()) {
            return server.millis();
        }
    }

    private static Sample sample(List<Double> values) {
        return Sample.of(values.stream().mapToDouble(Double::doubleValue));
    }
}
