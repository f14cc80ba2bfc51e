package dev.belay.cli;

import dev.belay.runtime.Instance;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkedComponent;
import dev.belay.runtime.value.ResultValue;
import dev.belay.wasi.cli.ExitException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs a component that exports wasi:cli/run, given only the files and variables that you name.",
        footer = {
            "",
            "Examples:",
            "  belay run tool.wasm",
            "  belay run tool.wasm -- --verbose input.txt",
            "  belay run tool.wasm --env LANG=C --env HOME --dir ./data::/data::ro -- /data/input.txt",
            "",
            "Its stdin, stdout and stderr are those of belay. Exits with the code that it gives to exit; with 0 if it "
                    + "returns normally, with 1 if it returns an error or traps."
        })
final class RunCommand implements Callable<Integer> {
    private static final String INTERFACE = "wasi:cli/run@0.2.0";

    @Parameters(index = "0", paramLabel = "FILE", description = "The component; - for stdin.")
    private String file = Files.STANDARD;

    @Parameters(index = "1..*", paramLabel = "ARGUMENT", description = "For the component; after -- if one begins with -.")
    private List<String> arguments = List.of();

    @Mixin
    private final Grants grants = new Grants();

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Mixin
    private final EngineOptions engine = new EngineOptions();

    private final Streams streams;

    RunCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var component = engine.load(ComponentFile.read(file, streams));
        if (component.type().exports().keySet().stream().noneMatch(name -> name.startsWith("wasi:cli/run@0.2."))) {
            throw new Failure(file + ": expected a component that exports wasi:cli/run@0.2, found one that exports "
                    + Worded.names(component.type().exports().keySet()));
        }
        return run(grants.link(component, file));
    }

    private int run(LinkedComponent component) {
        var context = grants.context(streams).stdin(streams.in()).arguments(words()).build();
        try (Instance instance = component.instantiate(grants.state(context, streams), limits.over(Limits.defaults()))) {
            var result = instance.function(INTERFACE, "run").orElseThrow(() -> new Failure(
                            file + ": expected a function 'run' in wasi:cli/run, found none"))
                    .call();
            return result.orElse(ResultValue.ok()) instanceof ResultValue.Ok ? ExitCode.OK : ExitCode.FAILED;
        } catch (ExitException exit) {
            return exit.status();
        }
    }

    /** A program's first argument is its own name, by custom. */
    private List<String> words() {
        var words = new ArrayList<String>();
        words.add(file.equals(Files.STANDARD) ? file : String.valueOf(Path.of(file).getFileName()));
        words.addAll(arguments);
        return words;
    }
}
