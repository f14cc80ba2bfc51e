package dev.belay.bench.row;

import dev.belay.bench.process.Jvm;
import dev.belay.bench.process.Subprocess;
import dev.belay.bench.process.SuiteCount;
import dev.belay.bench.report.Figure;
import dev.belay.bench.report.Goal;
import dev.belay.bench.report.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Speed is worth nothing if answers are wrong: how much of the suites passes in compiled code. */
final class SuiteRow implements Row {
    private static final String UNIT = "directives";
    private static final int SECONDS = 1_200;
    private static final List<String> COMPONENT_SUITES = List.of("component-model", "wasm-tools-component-model");
    private static final String CORE = "core suite, compiled, each as the interpreter, but memory64 and relaxed SIMD";
    private static final List<String> CORE_TEST = List.of(
            "mvn", "-o", "-B", "-pl", "runtime", "-am", "test", "-Dtest=CoreSuiteTest",
            "-Dsurefire.failIfNoSpecifiedTests=false", "-Dbelay.conformance.required=true");
    private static final Pattern CORE_COUNT =
            Pattern.compile("core suite, compiled: ([0-9]+) of ([0-9]+) directives passed");
    /** All that need no parser of the text format. */
    private static final double CORE_GOAL = 55_220;

    @Override
    public String name() {
        return "suites";
    }

    @Override
    public List<Figure> measure(Setup setup) {
        Path shared = shared(setup);
        Path suites = shared.resolve("conformance");
        var figures = new ArrayList<Figure>();
        figures.add(core(setup, shared));
        for (String suite : COMPONENT_SUITES) {
            Path zip = suites.resolve(suite + ".zip");
            String title = "suite " + suite + ", compiled";
            Goal goal = Goal.atLeast(floor(setup, suite));
            figures.add(
                    Files.exists(zip)
                            ? Figure.of(name(), title, UNIT, goal, Sample.of(count(setup, zip)))
                            : Figure.skipped(name(), title, UNIT, goal, zip.getFileName() + " is not there"));
        }
        return figures;
    }

    private Figure core(Setup setup, Path shared) {
        Goal goal = Goal.atLeast(CORE_GOAL);
        if (!Files.exists(shared.resolve("conformance/core.zip"))) {
            return Figure.skipped(name(), CORE, UNIT, goal, "core.zip is not there");
        }
        var environment = Map.of("BELAY_SHARED", shared.toAbsolutePath().toString());
        String printed = Subprocess.run(setup.guests().root(), environment, SECONDS, CORE_TEST);
        Matcher found = CORE_COUNT.matcher(printed);
        if (!found.find()) {
            throw new BenchException("expected CoreSuiteTest to tell its count, found none");
        }
        return Figure.of(name(), CORE, UNIT, goal, Sample.of(Double.parseDouble(found.group(1))))
                .withNote("of " + found.group(2) + "; the others need a parser of the text format");
    }

    private static double count(Setup setup, Path zip) {
        return Double.parseDouble(Jvm.run(
                        setup.work(), setup.options(), SECONDS, SuiteCount.class, List.of(zip.toAbsolutePath().toString()))
                .strip());
    }

    private static double floor(Setup setup, String suite) {
        Path file = setup.guests().root().resolve("conformance/suites").resolve(suite + ".passed");
        try {
            return Double.parseDouble(Files.readString(file).strip());
        } catch (IOException e) {
            throw new BenchException("cannot read " + file, e);
        }
    }

    private static Path shared(Setup setup) {
        return Optional.ofNullable(System.getenv("BELAY_SHARED"))
                .map(Path::of)
                .orElseGet(() -> setup.guests().root().resolve("../shared"));
    }
}
