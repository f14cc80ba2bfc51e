package dev.belay.cli;

import dev.belay.platform.fit.Check;
import dev.belay.platform.manifest.Manifest;
import dev.belay.platform.manifest.ManifestException;
import dev.belay.platform.manifest.ManifestReader;
import dev.belay.platform.schema.Problem;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.store.BlobSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks a platform's manifest, and shows what each application can reach.",
        footer = {
            "",
            "Examples:",
            "  belay check platform.yaml",
            "  belay check platform.yaml --json",
            "",
            "Composes every application with its harness, as `belay up` does, and runs nothing. Ends with 1 if something is wrong."
        })
final class CheckCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", defaultValue = "platform.yaml", description = "The manifest. Default: platform.yaml.")
    private Path file = Path.of("platform.yaml");

    @Option(names = "--json", description = "Print it as JSON, on stdout.")
    private boolean json;

    private final Streams streams;

    CheckCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Map<Digest, byte[]> files = new HashMap<>();
        Manifest manifest;
        try (var registries = Registries.on(streams)) {
            manifest = ManifestReader.read(file, files::put, registries);
        } catch (ManifestException e) {
            if (json) {
                printProblems(e.problems());
                return ExitCode.FAILED;
            }
            throw e;
        }
        List<Check.Report> reports = Check.of(manifest.applications().values(), BlobSource.of(files));
        if (json) {
            streams.out().println(Outcomes.text(
                    Map.of("problems", List.of(), "applications", reports, "fetched", FetchedParts.fields(manifest.fetched()))));
        } else {
            FetchedParts.print(manifest.fetched(), streams.out());
            reports.forEach(this::print);
        }
        return reports.stream().anyMatch(report -> report.misfit().isPresent()) ? ExitCode.FAILED : ExitCode.OK;
    }

    private void print(Check.Report report) {
        say(report.application() + " " + report.revision());
        report.misfit().ifPresent(why -> why.lines().forEach(line -> say("  does not fit: " + line)));
        report.reach().ifPresent(reach -> {
            reach.within().forEach(met -> say("  " + met.importer() + " gets " + met.name() + " from " + met.exporter()));
            reach.ofHost().forEach(grant -> say("  " + grant.name() + " is the host's: " + grant.gets()));
        });
    }

    private void printProblems(List<Problem> problems) {
        List<Map<String, Object>> all = problems.stream().map(CheckCommand::fields).toList();
        streams.out().println(Outcomes.text(Map.of("problems", all, "applications", List.of(), "fetched", List.of())));
    }

    private static Map<String, Object> fields(Problem problem) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("file", problem.span().source().name());
        fields.put("line", problem.span().source().line(problem.span().start()));
        fields.put("column", problem.span().source().column(problem.span().start()));
        fields.put("kind", problem.getClass().getSimpleName());
        fields.put("message", problem.message());
        problem.hint().ifPresent(hint -> fields.put("hint", hint));
        return fields;
    }

    private void say(String line) {
        streams.out().println(Worded.printable(line));
    }
}
