package dev.belay.bench.row;

import dev.belay.bench.guest.Guests;
import dev.belay.bench.report.Figure;
import dev.belay.bench.report.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The call that the example is about: a record of 13 strings, through the harness. */
final class ValidateRow implements Row {
    private static final double GOAL_NANOS = 1_000;
    private static final String NODE_CALLS = "20000";

    @Override
    public String name() {
        return "validate";
    }

    @Override
    public List<Figure> measure(Setup setup) {
        var figures = new ArrayList<Figure>();
        Banks.IN.forEach((bank, language) -> {
            Figure figure = figure(setup, bank, language, Guests.RUST, Goal.atMost(GOAL_NANOS));
            figures.add(bank.equals(Banks.RUST) ? withPeer(figure, setup) : figure);
        });
        figures.add(figure(setup, Banks.RUST, Guests.RUST, Guests.JAVA, Goal.none()));
        return figures;
    }

    private Figure figure(Setup setup, String bank, String language, String harness, Goal goal) {
        return Figure.of(
                name(),
                "wasmPay validate, 13 strings, host→harness in " + harness + "→validator in " + language,
                "ns",
                goal,
                setup.jmh().run("ValidateBenchmark.validate", Map.of("bank", bank, "harness", harness)));
    }

    private static Figure withPeer(Figure figure, Setup setup) {
        byte[] composed = setup.guests().composedValidator(Banks.RUST);
        return Peer.add(
                figure, Peer.JCO, () -> Peer.transpiled(setup, composed).get().run("validate.mjs", NODE_CALLS));
    }
}
