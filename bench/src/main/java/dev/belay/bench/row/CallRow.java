package dev.belay.bench.row;

import dev.belay.bench.jmh.JmhRun;
import dev.belay.bench.process.Node;
import dev.belay.bench.report.Figure;
import dev.belay.bench.report.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a call costs that does next to nothing. */
final class CallRow implements Row {
    private static final String NS = "ns";
    private static final double ADD_GOAL = 3;
    private static final double TEXT_GOAL = 30;
    private static final String MANY = "100000";
    private static final String SOME = "20000";

    /** @param peer the function of {@code bench:calls/runs} that Node runs for it; empty for none */
    private record Measure(String title, String benchmark, Goal goal, String peer, String calls) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure("component→component, two u32 to u32", "componentToComponent", Goal.atMost(ADD_GOAL), "adds", MANY),
            new Measure(
                    "component→component, 16-byte string each way",
                    "componentToComponentText", Goal.atMost(TEXT_GOAL), "echoes", SOME),
            new Measure("component→host, two u32 to u32", "componentToHost", Goal.none(), "hostAdds", MANY),
            new Measure(
                    "component→host, 16-byte string each way", "componentToHostText", Goal.none(), "hostEchoes", SOME),
            new Measure("host→component, two u32 to u32", "hostToComponent", Goal.none(), "", ""),
            new Measure("host→component, 16-byte string each way", "hostToComponentText", Goal.none(), "", ""),
            new Measure("the same loop without a call", "noCalls", Goal.none(), "noCalls", MANY));

    @Override
    public String name() {
        return "calls";
    }

    @Override
    public List<Figure> measure(Setup setup) {
        JmhRun jmh = setup.jmh();
        Supplier<Node.Transpiled> peer = Peer.transpiled(setup, setup.guests().composedCalls());
        var figures = new ArrayList<Figure>();
        for (Measure measure : MEASURES) {
            Figure figure = Figure.of(
                    name(), measure.title(), NS, measure.goal(),
                    jmh.run("CallBenchmark." + measure.benchmark(), Map.of()));
            figures.add(
                    measure.peer().isEmpty()
                            ? figure
                            : Peer.add(figure, Peer.JCO, () -> peer.get().run("calls.mjs", measure.peer(), measure.calls())));
        }
        return figures;
    }
}
