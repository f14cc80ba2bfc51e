package dev.belay.bench.platform;

import dev.belay.bench.guest.DistinctBanks;
import dev.belay.bench.process.Wrk;
import dev.belay.bench.report.Figure;
import dev.belay.bench.report.Goal;
import dev.belay.bench.report.Sample;
import dev.belay.bench.row.BenchException;
import dev.belay.bench.row.Row;
import dev.belay.bench.row.Setup;
import dev.belay.platform.admin.Messages;
import dev.belay.platform.rollout.Outcome;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.spec.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A harness is upgraded under a thousand applications that are asked all the time. */
public final class UpgradeRow implements Row {
    private static final int CONNECTIONS = 16;
    private static final double GOAL_SECONDS = 30;
    private static final double GOAL_TIMES = 3;

    @Override
    public String name() {
        return "upgrade";
    }

    @Override
    public List<Figure> measure(Setup setup) {
        if (!Wrk.isInstalled(setup.work())) {
            return List.of(Figure.skipped(name(), "Harness upgrade under load", "s", Goal.atMost(GOAL_SECONDS), "needs wrk (Debian: wrk)"));
        }
        int applications = setup.count(1_000, 50);
        var platform = TestPlatform.in(setup, "upgrade");
        var banks = DistinctBanks.of(setup.guests());
        for (int i = 0; i < applications; i++) {
            platform.write("bank-" + i + ".wasm", banks.validator(i));
        }
        Path manifest = platform.manifest("harness.wasm", applications, i -> "bank-" + i + ".wasm");
        try (HostProcess host = HostProcess.start(manifest, setup)) {
            Load.run(setup.work(), host.http(), applications, CONNECTIONS, setup.count(20, 5));
            Load before = Load.run(setup.work(), host.http(), applications, CONNECTIONS, setup.count(10, 3));
            var load = CompletableFuture.supplyAsync(
                    () -> Load.run(setup.work(), host.http(), applications, CONNECTIONS, setup.count(30, 6)));
            byte[] harness = platform.harness(2);
            Digest digest = Digest.of(harness);
            host.admin().upload(List.of(digest), _ -> harness);
            long start = System.nanoTime();
            Outcome outcome = host.admin().post(
                    "/v1/upgrade", new Messages.Upgrade("payments", new Part("harness-2.wasm", digest), false), Outcome.class);
            double seconds = (System.nanoTime() - start) / 1e9;
            Load during = load.join();
            if (!outcome.done() || outcome.plan().steps().size() != applications) {
                throw new BenchException("expected an upgrade of " + applications + " applications, found " + outcome);
            }
            if (before.wrong() + during.wrong() > 0) {
                throw new BenchException("expected no failed request, found " + before.wrong() + " before and " + during.wrong() + " during the upgrade");
            }
            String of = applications + " distinct applications under wrk, " + CONNECTIONS + " connections";
            return List.of(
                    Figure.of(name(), "Harness upgrade of " + of, "s", Goal.atMost(GOAL_SECONDS), Sample.of(seconds))
                            .withNote("0 of " + during.requests() + " requests failed; start " + Sample.number(host.startMillis() / 1000) + " s"),
                    Figure.of(name(), "p99 during the upgrade, against before", "times", Goal.atMost(GOAL_TIMES),
                                    Sample.of(during.p99Millis() / before.p99Millis()))
                            .withNote(Sample.number(before.p99Millis()) + " ms before, " + Sample.number(during.p99Millis()) + " ms during; "
                                    + Sample.number(before.perSecond()) + " and " + Sample.number(during.perSecond()) + " requests/s"));
        }
    }
}
