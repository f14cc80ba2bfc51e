package dev.belay.bench.platform;

import dev.belay.bench.guest.DistinctBanks;
import dev.belay.bench.report.Figure;
import dev.belay.bench.report.Goal;
import dev.belay.bench.report.Sample;
import dev.belay.bench.row.BenchException;
import dev.belay.bench.row.Row;
import dev.belay.bench.row.Setup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A host is killed again and again while its harness is upgraded, other components are applied and its store is cleaned up, and has
 * to come back with a state that was applied, whole. One of its applications takes messages of a stream meanwhile, none of which
 * may be lost.
 */
public final class KillRow implements Row {
    private static final int SEED = 7;
    private static final int MOST_MILLIS = 1_500;

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public List<Figure> measure(Setup setup) {
        var platform = TestPlatform.in(setup, "kill");
        var banks = DistinctBanks.of(setup.guests());
        for (int i = 0; i < Changes.APPLICATIONS; i++) {
            platform.write("bank-" + i + ".wasm", banks.validator(i));
        }
        Optional<NatsProcess> server = NatsProcess.start(setup.work().resolve("kill-nats"));
        if (server.isEmpty()) {
            var figures = new ArrayList<>(measure(setup, new Changes(platform, setup.guests(), Optional.empty()), Optional.empty()));
            figures.add(Figure.skipped(name(), lostTitle(kills(setup)), "messages", Goal.atMost(0), NatsProcess.NEEDED));
            return figures;
        }
        try (NatsProcess nats = server.get();
                Orders orders = Orders.start(nats)) {
            return measure(setup, new Changes(platform, setup.guests(), Optional.of(nats.url())), Optional.of(orders));
        }
    }

    private static int kills(Setup setup) {
        return setup.count(50, 5);
    }

    private static String lostTitle(int kills) {
        return "Messages lost that JetStream had acknowledged, host killed " + kills + " times";
    }

    private List<Figure> measure(Setup setup, Changes changes, Optional<Orders> orders) {
        int kills = kills(setup);
        Path manifest = changes.manifest();
        var random = new Random(SEED);
        var figures = new ArrayList<Figure>();
        HostProcess host = HostProcess.start(manifest, setup);
        try {
            for (int kill = 0; kill < kills; kill++) {
                HostProcess its = host;
                var running = CompletableFuture.runAsync(() -> changes.make(its));
                pause(random.nextInt(MOST_MILLIS));
                host.kill();
                running.join();
                host = HostProcess.start(manifest, setup);
                changes.check(host);
            }
            figures.add(Figure.of(
                            name(), "Ends by kill -9 during applies, upgrades and clean-ups, with the state whole after each", "times",
                            Goal.atLeast(kills), Sample.of(kills))
                    .withNote("change " + changes.acknowledged() + " at last; every application answered after each"));
            orders.ifPresent(its -> figures.add(Figure.of(
                            name(), lostTitle(kills), "messages", Goal.atMost(0), Sample.of(its.lost()))
                    .withNote(its.summary())));
        } finally {
            host.close();
        }
        return figures;
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
