package dev.belay.bench;

import dev.belay.bench.guest.Guests;
import dev.belay.bench.report.Figure;
import dev.belay.bench.report.JsonLines;
import dev.belay.bench.report.Machine;
import dev.belay.bench.report.Table;
import dev.belay.bench.row.BenchException;
import dev.belay.bench.row.Row;
import dev.belay.bench.row.Rows;
import dev.belay.bench.row.Setup;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        description = "Measures what Belay costs, beside others, and prints a table.",
        footer = {
            "",
            "Examples:",
            "  bench/run",
            "  bench/run --only calls --only validate",
            "  bench/run --quick --json figures.jsonl",
            "",
            "docs/benchmarks.md says what each figure means and what it needs. Ends with 1 if something could not be "
                    + "measured that should have been; a figure that misses its goal is no failure."
        })
final class BenchCommand implements Callable<Integer> {
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    @Option(names = "--only", paramLabel = "NAME", description = "Measure this row only; may be repeated.")
    private List<String> only = List.of();

    @Option(names = "--quick", description = "Measure for a short time: a look, not a figure.")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to a file, too, as lines of JSON.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--list", description = "Print the names of the rows.")
    private boolean list;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws IOException {
        if (list) {
            Rows.all().forEach(row -> out.println(row.name()));
            return OK;
        }
        for (String name : only) {
            if (Rows.all().stream().noneMatch(row -> row.name().equals(name))) {
                System.err.println("error: expected one of " + Rows.all().stream().map(Row::name).toList()
                        + " for --only, found '" + name + "'");
                return USAGE;
            }
        }
        return measure(Machine.here());
    }

    private int measure(Machine machine) throws IOException {
        Path work = Files.createTempDirectory("belay-bench");
        try {
            var setup = new Setup(quick, Guests.here(), work, JvmOptions.asTheLauncher());
            var figures = new ArrayList<Figure>();
            int code = OK;
            out.println(machine.text() + "\n");
            out.print(Table.head());
            for (Row row : Rows.all()) {
                if (only.isEmpty() || only.contains(row.name())) {
                    try {
                        List<Figure> its = row.measure(setup);
                        out.print(Table.of(its));
                        figures.addAll(its);
                    } catch (BenchException | IllegalStateException e) {
                        System.err.println("error: " + row.name() + ": " + e.getMessage());
                        code = FAILED;
                    }
                }
            }
            if (json.isPresent()) {
                JsonLines.write(json.get(), figures, machine);
            }
            return code;
        } finally {
            Directories.delete(work);
        }
    }
}
