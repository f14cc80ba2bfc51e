package dev.belay.bench.platform;

import dev.belay.bench.guest.DistinctBanks;
import dev.belay.bench.report.Figure;
import dev.belay.bench.report.Goal;
import dev.belay.bench.report.Sample;
import dev.belay.bench.row.BenchException;
import dev.belay.bench.row.Row;
import dev.belay.bench.row.Setup;
import dev.belay.platform.admin.Messages;
import dev.belay.platform.manifest.Manifest;
import dev.belay.platform.manifest.ManifestReader;
import dev.belay.platform.manifest.RemoteComponents;
import dev.belay.platform.rollout.Outcome;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.store.BlobSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An application that was never seen before is applied to a host that runs, until its first answer. */
public final class ApplyRow implements Row {
    private static final double GOAL_MILLIS = 50;
    private static final int COLD = 10;
    /** A host that has just started has nothing compiled; one that runs has these, and they were asked. */
    private static final int THERE = 100;

    @Override
    public String name() {
        return "apply";
    }

    @Override
    public List<Figure> measure(Setup setup) {
        int count = setup.count(40, 10);
        int warm = setup.count(100, COLD);
        var platform = TestPlatform.in(setup, "apply");
        var banks = DistinctBanks.of(setup.guests());
        int last = THERE + warm + count;
        for (int i = 0; i < last; i++) {
            platform.write("bank-" + i + ".wasm", banks.validator(i));
        }
        try (HostProcess host = HostProcess.start(platform.manifest("harness.wasm", THERE, i -> "bank-" + i + ".wasm"), setup)) {
            for (int i = 0; i < THERE; i++) {
                if (!Asking.approves(host.http(), TestPlatform.host(i))) {
                    throw new BenchException("expected application " + i + " to answer");
                }
            }
            double[] millis = new double[warm + count];
            for (int i = 0; i < millis.length; i++) {
                int number = THERE + i;
                millis[i] = apply(host, platform.manifest("harness.wasm", number + 1, n -> "bank-" + n + ".wasm"), number);
            }
            return List.of(Figure.of(
                            name(), "New application applied to a host of " + THERE + ", to its first answer: a composition not seen before",
                            "ms", Goal.atMost(GOAL_MILLIS), new Sample(Arrays.copyOfRange(millis, warm, millis.length)))
                    .withNote("the journal and the component are on disk by then; the host's first " + COLD + " took "
                            + Sample.number(new Sample(Arrays.copyOf(millis, COLD)).median()) + " ms each"));
        }
    }

    /** The manifest is read before: what is measured is the host. */
    private static double apply(HostProcess host, Path file, int number) {
        Map<Digest, byte[]> files = new HashMap<>();
        Manifest manifest;
        try {
            manifest = ManifestReader.read(file, files::put, RemoteComponents.none());
        } catch (IOException e) {
            throw new BenchException("cannot read " + file, e);
        }
        long start = System.nanoTime();
        host.admin().upload(files.keySet(), BlobSource.of(files));
        Outcome outcome = host.admin().post(
                "/v1/apply", new Messages.Apply(manifest.stacks(), manifest.applications(), "bench", false), Outcome.class);
        if (!outcome.done() || !Asking.approves(host.http(), TestPlatform.host(number))) {
            throw new BenchException("expected application " + number + " to answer, found " + outcome);
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
