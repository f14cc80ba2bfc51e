package dev.belay.bench.platform;

import dev.belay.bench.guest.Guests;
import dev.belay.bench.process.Subprocess;
import dev.belay.bench.process.Wrk;
import dev.belay.bench.report.Figure;
import dev.belay.bench.report.Goal;
import dev.belay.bench.report.Sample;
import dev.belay.bench.row.BenchException;
import dev.belay.bench.row.Row;
import dev.belay.bench.row.Setup;
import dev.belay.platform.admin.Messages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Tenants that want more of the processors than there is: one with many clients, whose calls compute for ten milliseconds, beside one
 * with few; and two such ones with other shares. The same with all of them one tenant shows what turns do.
 */
public final class FairRow implements Row {
    private static final int MANY = 64;
    private static final int FEW = 4;
    private static final int WARM = 16;
    /** Of the one with a share of three over the one with a share of one. */
    private static final double GOAL_SHARE = 2;

    private static final double GOAL_FASTER = 2;

    @Override
    public String name() {
        return "fair";
    }

    @Override
    public List<Figure> measure(Setup setup) {
        String share = "Calls of a tenant with share 3 and 8 clients over those of one with share 1 and 64";
        String faster = "Requests of a light tenant (4 clients) beside a heavy one (64), with turns over without";
        if (!Wrk.isInstalled(setup.work())) {
            String why = "needs wrk (Debian: wrk)";
            return List.of(
                    Figure.skipped(name(), share, "times", Goal.atLeast(GOAL_SHARE), why),
                    Figure.skipped(name(), faster, "times", Goal.atLeast(GOAL_FASTER), why));
        }
        int seconds = setup.count(10, 2);
        var platform = platform(setup);
        try (HostProcess host = HostProcess.start(manifest(platform, ""), setup)) {
            Load.run(setup.work(), host.http(), 1, WARM, seconds);
            Load with = light(setup, host, seconds);
            if (with.wrong() > 0) {
                throw new BenchException("expected no failed request of the light tenant, found " + with.wrong());
            }
            double ratio = ratio(setup, host, seconds);
            if (ratio < 1) {
                throw new BenchException("expected the tenant with the greater share to get more of the processors, found " + ratio
                        + " of what the other got");
            }
            if (!host.apply(manifest(platform, "tenant: all,")).done()) {
                throw new BenchException("expected all to become one tenant");
            }
            Load without = light(setup, host, seconds);
            return List.of(
                    Figure.of(name(), share, "times", Goal.atLeast(GOAL_SHARE), Sample.of(ratio)),
                    Figure.of(name(), faster, "times", Goal.atLeast(GOAL_FASTER), Sample.of(with.perSecond() / without.perSecond()))
                            .withNote("p99 %.1f ms with, %.1f ms without".formatted(with.p99Millis(), without.p99Millis())));
        }
    }

    private static TestPlatform platform(Setup setup) {
        var platform = TestPlatform.in(setup, "fair");
        platform.write("bank.wasm", Guests.read(setup.guests().validator("nordhaven")));
        platform.write("bad.wasm", Guests.read(setup.guests().root().resolve("examples/guests/http-misbehave/http-misbehave.wasm")));
        return platform;
    }

    private static Path manifest(TestPlatform platform, String tenant) {
        return platform.write("platform.yaml", """
                platform: bench
                http: {address: "127.0.0.1:0"}
                harnesses: {payments: {upper: harness.wasm}}
                applications:
                  app-0: {%1$s harness: payments, component: bank.wasm, triggers: [{http: {host: app-0.test}}]}
                  heavy: {%1$s component: bad.wasm, limits: {deadline: 10ms}, triggers: [{http: {path: /}}]}
                  gold: {%1$s share: 3, component: bad.wasm, limits: {deadline: 10ms}, triggers: [{http: {host: gold.test}}]}
                """.formatted(tenant).getBytes(StandardCharsets.UTF_8));
    }

    private static Load light(Setup setup, HostProcess host, int seconds) {
        var heavy = CompletableFuture.runAsync(() -> loop(setup, host, "heavy.test", MANY, seconds + 1));
        Load load = Load.run(setup.work(), host.http(), 1, FEW, seconds);
        heavy.join();
        return load;
    }

    private static double ratio(Setup setup, HostProcess host, int seconds) {
        long goldBefore = requests(host, "gold");
        long heavyBefore = requests(host, "heavy");
        var heavy = CompletableFuture.runAsync(() -> loop(setup, host, "heavy.test", MANY, seconds));
        loop(setup, host, "gold.test", FEW * 2, seconds);
        heavy.join();
        return (double) (requests(host, "gold") - goldBefore) / (requests(host, "heavy") - heavyBefore);
    }

    private static long requests(HostProcess host, String application) {
        return host.admin().get("/v1/applications/" + application, Map.of(), Messages.ApplicationStatus.class).requests();
    }

    /** Each request computes until its deadline. */
    private static void loop(Setup setup, HostProcess host, String name, int connections, int seconds) {
        Subprocess.run(setup.work(), Map.of(), seconds * 2 + 60, List.of(
                "wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--timeout", "20s", "-H", "Host: " + name, host.http() + "/loop"));
    }
}
