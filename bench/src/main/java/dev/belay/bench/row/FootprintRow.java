package dev.belay.bench.row;

import dev.belay.bench.process.Footprint;
import dev.belay.bench.process.Jvm;
import dev.belay.bench.report.Figure;
import dev.belay.bench.report.Goal;
import dev.belay.bench.report.Sample;
import java.util.Arrays;
import java.util.List;

/** How much of the machine ten thousand applications take in one process. */
final class FootprintRow implements Row {
    private static final int COUNT = 10_000;
    private static final int QUICK_COUNT = 200;
    private static final double GOAL_MIB = 2_048;
    private static final int SECONDS = 1_200;
    private static final int MORE_SECONDS = 300;
    /** A class loader that stays keeps a class for each component at least; the JVM's own come and go by dozens. */
    private static final double FEW_CLASSES = 100;

    @Override
    public String name() {
        return "footprint";
    }

    @Override
    public List<Figure> measure(Setup setup) {
        int wanted = setup.count(COUNT, QUICK_COUNT);
        String printed = Jvm.run(
                setup.work(), setup.options(), SECONDS + MORE_SECONDS, Footprint.class,
                List.of(String.valueOf(wanted), String.valueOf(SECONDS)));
        double[] told = Arrays.stream(printed.strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        int loaded = (int) told[0];
        double scale = (double) COUNT / loaded;
        String note = loaded == COUNT ? "" : "only " + loaded + " were loaded, and the figure is scaled";
        return List.of(
                Figure.of(
                                name(), "10,000 distinct composed validators in one JVM, each called once", "MiB",
                                Goal.atMost(GOAL_MIB), Sample.of(told[1] * scale))
                        .withNote(note),
                Figure.of(
                                name(), "classes that stay when they are unloaded", "classes", Goal.atMost(FEW_CLASSES),
                                Sample.of(told[3]))
                        .withNote(Sample.number(told[2]) + " MiB resident then"));
    }
}
