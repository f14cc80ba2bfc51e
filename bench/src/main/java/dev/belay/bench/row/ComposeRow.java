package dev.belay.bench.row;

import dev.belay.bench.guest.LargeBanks;
import dev.belay.bench.process.Subprocess;
import dev.belay.bench.report.Figure;
import dev.belay.bench.report.Goal;
import dev.belay.bench.report.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** {@code belay compose}, from the start of its process to its end. */
final class ComposeRow implements Row {
    private static final int COMPONENTS = 100;
    private static final double GOAL_SECONDS = 2;
    private static final int PATIENCE_SECONDS = 120;
    private static final String EXPORT = "wasmpay:platform/validation@0.1.0";

    @Override
    public String name() {
        return "compose";
    }

    @Override
    public List<Figure> measure(Setup setup) {
        Path text = write(setup);
        var command = List.of(
                setup.guests().root().resolve("belay").toString(),
                "compose", text.toString(), "-o", setup.work().resolve("composed.wasm").toString());
        compose(setup, command); // Not measured: fills the caches of the system.
        var seconds = DoubleStream.generate(() -> compose(setup, command)).limit(setup.count(15, 3));
        return List.of(Figure.of(
                name(), "`belay compose` of " + COMPONENTS + " components of 1 MB, the whole process",
                "s", Goal.atMost(GOAL_SECONDS), Sample.of(seconds)));
    }

    private static double compose(Setup setup, List<String> command) {
        long start = System.nanoTime();
        Subprocess.run(setup.work(), Servers.AS_BUILT, PATIENCE_SECONDS, command);
        return (System.nanoTime() - start) / 1e9;
    }

    private static Path write(Setup setup) {
        var banks = LargeBanks.of(setup.guests());
        var text = new StringBuilder("package bench:compose;\n");
        try {
            Path directory = Files.createDirectories(setup.work().resolve("deps/bank"));
            for (int i = 0; i < COMPONENTS; i++) {
                Files.write(directory.resolve("b" + i + ".wasm"), banks.validator(i));
                text.append("let b").append(i).append(" = new bank:b").append(i).append(" { ... };\n")
                        .append("export b").append(i).append("[\"").append(EXPORT).append("\"] as b").append(i).append(";\n");
            }
            return Files.writeString(setup.work().resolve("compose.wac"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
