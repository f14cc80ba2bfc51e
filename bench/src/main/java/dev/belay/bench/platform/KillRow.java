package dev.belay.bench.platform;

import dev.belay.bench.guest.DistinctBanks;
import dev.belay.bench.report.Figure;
import dev.belay.bench.report.Goal;
import dev.belay.bench.report.Sample;
import dev.belay.bench.row.BenchException;
import dev.belay.bench.row.Row;
import dev.belay.bench.row.Setup;
import dev.belay.platform.admin.AdminException;
import dev.belay.platform.admin.Messages;
import dev.belay.platform.rollout.Outcome;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.spec.Part;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A host is killed again and again while its harness is upgraded and its store cleaned up, and has to come back with a state that was applied, whole. */
public final class KillRow implements Row {
    private static final int APPLICATIONS = 20;
    private static final int SEED = 7;
    private static final int MOST_MILLIS = 400;

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public List<Figure> measure(Setup setup) {
        int kills = setup.count(50, 5);
        var platform = TestPlatform.in(setup, "kill");
        var banks = DistinctBanks.of(setup.guests());
        for (int i = 0; i < APPLICATIONS; i++) {
            platform.write("bank-" + i + ".wasm", banks.validator(i));
        }
        Path manifest = platform.manifest("harness.wasm", APPLICATIONS, i -> "bank-" + i + ".wasm");
        var random = new Random(SEED);
        Map<Long, String> applied = new HashMap<>();
        applied.put(1L, "harness.wasm");
        long acknowledged = 1;
        int version = 0;
        HostProcess host = HostProcess.start(manifest, setup);
        try {
            for (int kill = 0; kill < kills; kill++) {
                var upgrades = new Upgrades(host, platform, applied, acknowledged, version);
                var running = CompletableFuture.runAsync(upgrades);
                pause(random.nextInt(MOST_MILLIS));
                host.kill();
                running.join();
                acknowledged = upgrades.acknowledged;
                version = upgrades.version;
                host = HostProcess.start(manifest, setup);
                acknowledged = check(host, applied, acknowledged);
            }
        } finally {
            host.close();
        }
        return List.of(Figure.of(name(), "Ends by kill -9 during upgrades and clean-ups, with the state whole after each", "times", Goal.atLeast(kills), Sample.of(kills))
                .withNote("change " + acknowledged + " at last; every application answered after each"));
    }

    /** @return the change that it has come back with */
    private static long check(HostProcess host, Map<Long, String> applied, long acknowledged) {
        var status = host.admin().get("/v1/status", Map.of(), Messages.Status.class);
        long sequence = status.sequence();
        if (sequence != acknowledged && sequence != acknowledged + 1) {
            throw new BenchException("expected change " + acknowledged + " or the one under way, found " + sequence);
        }
        var harnesses = new TreeSet<String>();
        status.applications().forEach(its -> harnesses.add(its.state() + " " + its.harness()));
        String wanted = "serving payments (" + applied.get(sequence) + ")";
        if (status.applications().size() != APPLICATIONS || harnesses.size() != 1 || !harnesses.first().equals(wanted)) {
            throw new BenchException("expected " + APPLICATIONS + " applications, all " + wanted + ", found " + harnesses);
        }
        for (int i = 0; i < APPLICATIONS; i++) {
            if (!Asking.approves(host.http(), TestPlatform.host(i))) {
                throw new BenchException("expected application " + i + " to answer");
            }
        }
        return sequence;
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
    }

    /** One after the other, until nobody answers. */
    private static final class Upgrades implements Runnable {
        private final HostProcess host;
        private final TestPlatform platform;
        private final Map<Long, String> applied;
        private volatile long acknowledged;
        private volatile int version;

        Upgrades(HostProcess host, TestPlatform platform, Map<Long, String> applied, long acknowledged, int version) {
            this.host = host;
            this.platform = platform;
            this.applied = applied;
            this.acknowledged = acknowledged;
            this.version = version;
        }

        @Override
        public void run() {
            try {
                while (true) {
                    version++;
                    byte[] harness = platform.harness(version);
                    Digest digest = Digest.of(harness);
                    String label = "harness-" + version + ".wasm";
                    applied.put(acknowledged + 1, label);
                    host.admin().upload(List.of(digest), _ -> harness);
                    Outcome outcome = host.admin().post(
                            "/v1/upgrade", new Messages.Upgrade("payments", new Part(label, digest), false), Outcome.class);
                    acknowledged = outcome.sequence();
                    host.admin().post("/v1/store/clean", Map.of(), Object.class);
                }
            } catch (AdminException _) {
                // It was killed.
            }
        }
    }
}
