package dev.belay.bench.row;

import dev.belay.bench.guest.CoreModules;
import dev.belay.bench.guest.Guests;
import dev.belay.bench.jmh.JmhRun;
import dev.belay.bench.jmh.Kernel;
import dev.belay.bench.process.Node;
import dev.belay.bench.report.Figure;
import dev.belay.bench.report.Goal;
import dev.belay.bench.report.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Loops of core code, against V8 on the same core module. */
final class KernelRow implements Row {
    private static final double GOAL_RATIO = 1.5;
    private static final double NANOS_PER_MICRO = 1_000;
    private static final String NODE_CALLS = "20";
    /** A system property of the runtime. */
    private static final String INTERPRET = "-Dbelay.compile=off";

    @Override
    public String name() {
        return "kernels";
    }

    @Override
    public List<Figure> measure(Setup setup) {
        Path core = setup.work().resolve("kernels.core.wasm");
        try {
            Files.write(core, CoreModules.first(Guests.read(setup.guests().own("kernels"))));
        } catch (IOException e) {
            throw new BenchException("cannot write " + core + ": " + e.getMessage(), e);
        }
        var node = Node.find(setup.guests(), setup.work());
        var figures = new ArrayList<Figure>();
        for (Kernel kernel : Kernel.all()) {
            figures.add(figure(setup, node, core, kernel));
        }
        return figures;
    }

    private Figure figure(Setup setup, Node node, Path core, Kernel kernel) {
        Map<String, String> which = Map.of("kernel", kernel.name());
        Sample micros = setup.jmh().run("KernelBenchmark.run", which);
        Sample peer = node.script(
                        "kernel.mjs",
                        List.of(core.toString(), kernel.name(), String.valueOf(kernel.argument()), NODE_CALLS))
                .times(1 / NANOS_PER_MICRO);
        var interpreted = setup.jmh().withOption(INTERPRET).with(new JmhRun.Length(1, 1, 3, 1));
        return Figure.of(
                        name(), "kernel " + kernel.name() + ", against Node", "times", Goal.atMost(GOAL_RATIO),
                        micros.times(1 / peer.median()))
                .withPeer("Belay µs", micros)
                .withPeer("Node µs", peer)
                .withPeer("Endive's interpreter µs", interpreted.run("KernelBenchmark.run", which));
    }
}
