package dev.belay.cli;

import dev.belay.conformance.Options;
import dev.belay.conformance.Outcome;
import dev.belay.conformance.Outcome.Status;
import dev.belay.conformance.Report;
import dev.belay.conformance.SuiteException;
import dev.belay.conformance.Suites;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "spectest",
        mixinStandardHelpOptions = true,
        description = "Runs specification tests: scripts converted by 'wasm-tools json-from-wast', with their binaries.",
        footer = {
            "",
            "Examples:",
            "  belay spectest ../shared/conformance/component-model.zip",
            "  belay spectest -v component-model/values component-model/linking",
            "  belay spectest --without gc,values wasm-tools-component-model.zip",
            "",
            "The last line says how many directives passed, failed and were skipped. Exits with 1 if one failed."
        })
final class SpectestCommand implements Callable<Integer> {
    private static final int SHOWN_FAILURES = 20;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Directories or zips of scripts, or scripts.")
    private List<Path> paths = List.of();

    @Option(names = "--async", description = "Run asynchronous directives, too, rather than skip them.")
    private boolean async;

    @Option(names = "--without", split = ",", paramLabel = "FEATURE",
            description = "Skip what needs these features, such as gc or values.")
    private Set<String> without = Set.of();

    @Option(names = {"-v", "--verbose"}, description = "List every failure, and what was skipped and why.")
    private boolean verbose;

    @Option(names = "--json", description = "Print every outcome as JSON.")
    private boolean json;

    private final Streams streams;

    SpectestCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Report report;
        try (var progress = Progress.on(streams)) {
            report = Suites.run(paths, new Options(async, without), percent -> progress.show(percent + " %"));
        } catch (SuiteException e) {
            throw new Failure(ErrorReport.message(e));
        }
        if (json) {
            printJson(report);
        } else {
            print(report);
        }
        return report.count(Status.FAILED) == 0 ? ExitCode.OK : ExitCode.FAILED;
    }

    private void print(Report report) {
        var failed = report.with(Status.FAILED);
        int shown = verbose ? failed.size() : Math.min(failed.size(), SHOWN_FAILURES);
        failed.subList(0, shown).forEach(outcome -> streams.out().println("FAILED " + outcome));
        if (shown < failed.size()) {
            streams.out().println("... and " + (failed.size() - shown) + " more: -v lists all");
        }
        if (verbose) {
            report.skips().forEach((reason, count) -> streams.out().println("SKIPPED " + reason + " (" + count + ")"));
        }
        streams.out().println(report.summary());
    }

    private void printJson(Report report) {
        var outcomes = report.outcomes().stream().map(SpectestCommand::asMap).toList();
        var result = new LinkedHashMap<String, Object>();
        result.put("passed", report.count(Status.PASSED));
        result.put("failed", report.count(Status.FAILED));
        result.put("skipped", report.count(Status.SKIPPED));
        result.put("outcomes", outcomes);
        Json.print(result, streams);
    }

    private static Map<String, Object> asMap(Outcome outcome) {
        return Map.of(
                "script", outcome.script(),
                "line", outcome.line(),
                "directive", outcome.directive(),
                "status", outcome.status().name().toLowerCase(java.util.Locale.ROOT),
                "detail", outcome.detail());
    }
}
