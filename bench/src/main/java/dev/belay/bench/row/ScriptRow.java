package dev.belay.bench.row;

import dev.belay.bench.guest.Guests;
import dev.belay.bench.report.Figure;
import dev.belay.bench.report.Goal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Validators in JavaScript: a large guest whose engine is an interpreter itself. */
final class ScriptRow implements Row {
    private static final String QUICKJS = "nordhaven-quickjs";
    private static final String STARLINGMONKEY = "nordhaven-starlingmonkey";
    private static final double GOAL_RATIO = 5;
    private static final double GOAL_MICROS = 100;
    private static final double NANOS_PER_MICRO = 1_000;
    private static final String NODE_CALLS = "2000";

    @Override
    public String name() {
        return "scripts";
    }

    @Override
    public List<Figure> measure(Setup setup) {
        return List.of(quickJs(setup), starlingMonkey(setup));
    }

    private Figure quickJs(Setup setup) {
        String title = "QuickJS validator call, warm, against jco on Node";
        Goal goal = Goal.atMost(GOAL_RATIO);
        Path file = setup.guests().large(QUICKJS);
        if (!Files.exists(file)) {
            return missing(title, "times", goal, file);
        }
        var micros = setup.jmh().run("ScriptBenchmark.validate", Map.of("guest", QUICKJS));
        var node = Peer.transpiled(setup, Guests.read(file))
                .get()
                .run("validate.mjs", NODE_CALLS)
                .times(1 / NANOS_PER_MICRO);
        return Figure.of(name(), title, "times", goal, micros.times(1 / node.median()))
                .withPeer("Belay µs", micros)
                .withPeer(Peer.JCO + " µs", node);
    }

    private Figure starlingMonkey(Setup setup) {
        String title = "fresh 12 MB StarlingMonkey component, what its own code runs included";
        Goal goal = Goal.atMost(GOAL_MICROS);
        Path file = setup.guests().large(STARLINGMONKEY);
        return Files.exists(file)
                ? Figure.of(name(), title, "µs", goal,
                        setup.jmh().run("ScriptBenchmark.instantiate", Map.of("guest", STARLINGMONKEY)))
                : missing(title, "µs", goal, file);
    }

    private Figure missing(String title, String unit, Goal goal, Path file) {
        return Figure.skipped(name(), title, unit, goal, "not built: tools/build-guests.sh builds " + file.getFileName());
    }
}
