package dev.belay.cli;

import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.Mismatch;
import dev.belay.component.validate.ComponentValidator;
import dev.belay.component.wit.WitTypes;
import dev.belay.compose.Targets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "targets",
        mixinStandardHelpOptions = true,
        description = "Says whether a component fits a world, and if not, lists every difference.",
        footer = {
            "",
            "Examples:",
            "  belay targets app.wasm --wit wit/ --world app",
            "  belay targets app.wasm --wit wit/ --world wasi:http/proxy@0.2.6",
            "",
            "It fits if it imports nothing that the world does not offer, and exports all that the world asks for."
        })
final class TargetsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The component; - for stdin.")
    private String file = Files.STANDARD;

    @Option(names = "--wit", required = true, paramLabel = "PATH", description = "The WIT: a file, directory or binary.")
    private String wit = "";

    @Option(names = "--world", required = true, paramLabel = "WORLD",
            description = "The world: its name in the package, or its full one.")
    private String world = "";

    @Option(names = "--json", description = "Say it as JSON, on stdout.")
    private boolean json;

    private final Streams streams;

    TargetsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        ComponentType expected = WitTypes.worldType(WorldName.find(wit, world));
        ComponentType actual = ComponentFile.read(file, streams)
                .with(bytes -> ComponentValidator.validate(ComponentDecoder.decode(bytes)));
        List<Mismatch> differences = Targets.differences(actual, expected);
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("fits", differences.isEmpty());
            result.put("differences", differences.stream()
                    .map(d -> Map.of("path", d.path(), "expected", d.expected(), "found", d.found()))
                    .toList());
            Json.print(result, streams);
        } else {
            differences.forEach(d -> streams.out().println(Worded.printable(d.toString())));
            streams.out().println(differences.isEmpty()
                    ? "fits " + world
                    : "does not fit " + world + ": " + differences.size()
                            + (differences.size() == 1 ? " difference" : " differences"));
        }
        return differences.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }
}
