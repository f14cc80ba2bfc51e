package dev.belay.bench.row;

import dev.belay.bench.process.Node;
import dev.belay.bench.report.Figure;
import dev.belay.bench.report.Sample;
import java.util.ArrayList;
import java.util.function.Supplier;

/** Others, which may be missing here: a figure without its peer is still a figure. */
final class Peer {
    static final String JCO = "jco on Node";
    private static final int SHOWN = 120;

    private Peer() {}

    /** A component for Node, made when it is needed first. */
    static Supplier<Node.Transpiled> transpiled(Setup setup, byte[] component, String... options) {
        var made = new ArrayList<Node.Transpiled>(1);
        return () -> {
            if (made.isEmpty()) {
                made.add(Node.find(setup.guests(), setup.work()).transpile(component, options));
            }
            return made.getFirst();
        };
    }

    /** The figure with a peer or, if that cannot be measured, with a note that says why. */
    static Figure add(Figure figure, String name, Supplier<Sample> measure) {
        try {
            return figure.withPeer(name, measure.get());
        } catch (BenchException e) {
            String why = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            String note = name + " not measured: " + why.substring(0, Math.min(why.length(), SHOWN));
            return figure.withNote(figure.note().isEmpty() ? note : figure.note() + "; " + note);
        }
    }
}
