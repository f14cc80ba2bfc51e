package dev.belay.bench.row;

import dev.belay.bench.guest.Guests;
import dev.belay.bench.process.Jvm;
import dev.belay.bench.process.Retained;
import dev.belay.bench.report.Figure;
import dev.belay.bench.report.Goal;
import dev.belay.bench.report.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a fresh instance of a composed validator costs, in time and in memory. */
final class InstanceRow implements Row {
    private static final double GOAL_NANOS = 5_000;
    private static final double GOAL_BYTES = 8 << 10;
    private static final int MINUTES_5 = 300;
    private static final String NODE_COUNT = "2000";

    @Override
    public String name() {
        return "instances";
    }

    @Override
    public List<Figure> measure(Setup setup) {
        var figures = new ArrayList<Figure>();
        Banks.IN.forEach((bank, language) -> {
            figures.add(withPeer(bank, setup, time(
                    setup, bank, "fresh composed validator in " + language + ", and one call", "instantiateAndCall",
                    Guests.RUST, Goal.atMost(GOAL_NANOS))));
            figures.add(time(
                    setup, bank, "fresh composed validator in " + language + ", without a call", "instantiate",
                    Guests.RUST, Goal.none()));
            figures.add(retained(setup, bank, "validator in " + language, Guests.RUST, Goal.atMost(GOAL_BYTES)));
        });
        String inJava = "validator in " + Guests.RUST + ", harness in " + Guests.JAVA;
        figures.add(time(
                setup, Banks.RUST, "fresh composed " + inJava + ", and one call", "instantiateAndCall", Guests.JAVA, Goal.none()));
        figures.add(retained(setup, Banks.RUST, inJava, Guests.JAVA, Goal.none()));
        return figures;
    }

    private Figure time(Setup setup, String bank, String title, String benchmark, String harness, Goal goal) {
        return Figure.of(
                name(), title, "ns", goal,
                setup.jmh().run("InstanceBenchmark." + benchmark, Map.of("bank", bank, "harness", harness)));
    }

    private Figure retained(Setup setup, String bank, String what, String harness, Goal goal) {
        String printed = Jvm.run(
                setup.work(), setup.options(), MINUTES_5, Retained.class,
                List.of(bank, String.valueOf(setup.count(5_000, 1_000)), harness));
        double[] bytes = Arrays.stream(printed.strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return Figure.of(
                name(), "retained by a composed " + what + " after its call", "bytes", goal, new Sample(bytes));
    }

    private static Figure withPeer(String bank, Setup setup, Figure figure) {
        byte[] alone = Guests.read(setup.guests().validator(bank));
        return bank.equals(Banks.RUST)
                ? Peer.add(figure, Peer.JCO + ", the validator alone", () -> Peer.transpiled(setup, alone, "--instantiation", "sync")
                        .get()
                        .run("instance.mjs", NODE_COUNT))
                : figure;
    }
}
