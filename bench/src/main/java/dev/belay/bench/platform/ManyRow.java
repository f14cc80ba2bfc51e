package dev.belay.bench.platform;

import dev.belay.bench.guest.DistinctBanks;
import dev.belay.bench.report.Figure;
import dev.belay.bench.report.Goal;
import dev.belay.bench.report.Sample;
import dev.belay.bench.row.BenchException;
import dev.belay.bench.row.Row;
import dev.belay.bench.row.Setup;
import java.nio.file.Path;
import java.util.List;

/** Ten thousand applications on one host, each at a host of its own, each asked once. */
public final class ManyRow implements Row {
    private static final double GOAL_MIB = 3_072;
    private static final int DISTINCT = 100;

    @Override
    public String name() {
        return "many";
    }

    @Override
    public List<Figure> measure(Setup setup) {
        int applications = setup.count(10_000, 500);
        var platform = TestPlatform.in(setup, "many");
        var banks = DistinctBanks.of(setup.guests());
        for (int i = 0; i < DISTINCT; i++) {
            platform.write("bank-" + i + ".wasm", banks.validator(i));
        }
        Path manifest = platform.manifest("harness.wasm", applications, i -> "bank-" + i % DISTINCT + ".wasm");
        try (HostProcess host = HostProcess.start(manifest, setup, "-Xmx2g")) {
            long start = System.nanoTime();
            for (int i = 0; i < applications; i++) {
                if (!Asking.approves(host.http(), TestPlatform.host(i))) {
                    throw new BenchException("expected application " + i + " to answer");
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return List.of(Figure.of(
                            name(), applications + " applications (" + DISTINCT + " distinct components), each asked once: resident",
                            "MiB", Goal.atMost(GOAL_MIB), Sample.of(host.residentMib()))
                    .withNote("all answered; start " + Sample.number(host.startMillis() / 1000) + " s, asking " + Sample.number(seconds) + " s"));
        }
    }
}
