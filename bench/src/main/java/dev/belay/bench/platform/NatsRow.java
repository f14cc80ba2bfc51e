package dev.belay.bench.platform;

import dev.belay.bench.guest.Guests;
import dev.belay.bench.report.Figure;
import dev.belay.bench.report.Goal;
import dev.belay.bench.report.Sample;
import dev.belay.bench.row.BenchException;
import dev.belay.bench.row.Row;
import dev.belay.bench.row.Setup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** NATS is killed and started again and again while messages are published: all triggers go on, and none is lost. */
public final class NatsRow implements Row {
    private static final int SEED = 11;
    private static final int MOST_MILLIS = 1_000;

    @Override
    public String name() {
        return "nats";
    }

    @Override
    public List<Figure> measure(Setup setup) {
        int restarts = setup.count(20, 3);
        String title = "Messages lost that JetStream had acknowledged, nats-server killed " + restarts + " times";
        var platform = TestPlatform.in(setup, "nats");
        Optional<NatsProcess> server = NatsProcess.start(setup.work().resolve("nats-data"));
        if (server.isEmpty()) {
            return List.of(Figure.skipped(name(), title, "messages", Goal.atMost(0), NatsProcess.NEEDED));
        }
        try (NatsProcess nats = server.get();
                Orders orders = Orders.start(nats)) {
            platform.write("relay.wasm", Guests.read(setup.guests().root().resolve("examples/guests/message-relay/message-relay.wasm")));
            Path manifest = platform.write("platform.yaml", ("""
                    platform: bench
                    http: {address: "127.0.0.1:0"}
                    messaging: {nats: ["%s"]}
                    applications:
                    """.formatted(nats.url()) + Orders.APPLICATION.formatted("relay.wasm")).getBytes(StandardCharsets.UTF_8));
            try (HostProcess _ = HostProcess.start(manifest, setup)) {
                orders.awaitAnswer();
                var random = new Random(SEED);
                double[] seconds = new double[restarts];
                for (int i = 0; i < restarts; i++) {
                    pause(random.nextInt(MOST_MILLIS));
                    long start = System.nanoTime();
                    nats.restart();
                    orders.awaitAnswer();
                    seconds[i] = (System.nanoTime() - start) / 1e9;
                }
                long lost = orders.lost();
                return List.of(Figure.of(name(), title, "messages", Goal.atMost(0), Sample.of(lost))
                        .withNote(orders.summary() + "; messages of no stream were answered again after "
                                + Sample.number(new Sample(seconds).median()) + " s"));
            }
        }
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
    }
}
