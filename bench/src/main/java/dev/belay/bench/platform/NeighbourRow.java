package dev.belay.bench.platform;

import dev.belay.bench.guest.Guests;
import dev.belay.bench.process.Wrk;
import dev.belay.bench.report.Figure;
import dev.belay.bench.report.Goal;
import dev.belay.bench.report.Sample;
import dev.belay.bench.row.BenchException;
import dev.belay.bench.row.Row;
import dev.belay.bench.row.Setup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** A healthy application beside one that traps: of all requests, one in a hundred goes there. */
public final class NeighbourRow implements Row {
    private static final int CONNECTIONS = 16;
    private static final double GOAL_PERCENT = 20;
    private static final double HUNDRED = 100;
    private static final int TRAPPED = 500;

    @Override
    public String name() {
        return "neighbour";
    }

    @Override
    public List<Figure> measure(Setup setup) {
        String title = "p99 of a healthy application, 1 % of requests to one that traps, over alone";
        if (!Wrk.isInstalled(setup.work())) {
            return List.of(Figure.skipped(name(), title, "%", Goal.atMost(GOAL_PERCENT), "needs wrk (Debian: wrk)"));
        }
        var platform = TestPlatform.in(setup, "neighbour");
        platform.write("bank.wasm", Guests.read(setup.guests().validator("nordhaven")));
        platform.write("bad.wasm", Guests.read(setup.guests().root().resolve("examples/guests/http-misbehave/http-misbehave.wasm")));
        Path manifest = platform.write("platform.yaml", """
                platform: bench
                http: {address: "127.0.0.1:0"}
                harnesses: {payments: {upper: harness.wasm}}
                applications:
                  app-0: {harness: payments, component: bank.wasm, triggers: [{http: {host: app-0.test}}]}
                  bad: {component: bad.wasm, triggers: [{http: {host: bad.test}}]}
                """.getBytes(StandardCharsets.UTF_8));
        try (HostProcess host = HostProcess.start(manifest, setup)) {
            Load warm = Load.run(setup.work(), host.http(), 1, CONNECTIONS, setup.count(20, 5));
            int rounds = setup.count(5, 1);
            double[] percents = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                Load alone = Load.run(setup.work(), host.http(), 1, CONNECTIONS, setup.count(5, 3));
                Load beside = beside(setup, host, warm.perSecond() / HUNDRED);
                if (alone.wrong() + beside.wrong() > 0) {
                    throw new BenchException("expected no failed request of the healthy application, found " + beside.wrong());
                }
                percents[i] = (beside.p99Millis() / alone.p99Millis() - 1) * HUNDRED;
            }
            return List.of(Figure.of(name(), title, "%", Goal.atMost(GOAL_PERCENT), new Sample(percents))
                    .withNote("0 of its requests failed"));
        }
    }

    private static Load beside(Setup setup, HostProcess host, double perSecond) {
        var load = CompletableFuture.supplyAsync(
                () -> Load.run(setup.work(), host.http(), 1, CONNECTIONS, setup.count(5, 3)));
        long next = System.nanoTime();
        while (!load.isDone()) {
            if (Asking.status(host.http(), "bad.test", "/trap") != TRAPPED) {
                throw new BenchException("expected the bad application to trap");
            }
            next += (long) (1e9 / perSecond);
            LockSupport.parkNanos(next - System.nanoTime());
        }
        return load.join();
    }
}
