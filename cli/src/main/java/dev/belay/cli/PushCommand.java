package dev.belay.cli;

import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.type.ComponentType;
import dev.belay.component.validate.ComponentValidator;
import dev.belay.platform.registry.Reference;
import dev.belay.platform.registry.Surface;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "push",
        mixinStandardHelpOptions = true,
        description = "Puts a component into an OCI registry, as other tools read it.",
        footer = {
            "",
            "Examples:",
            "  belay push bank.wasm registry.example.com/banks/nordhaven:1.2",
            "  belay push bank.wasm 127.0.0.1:5000/bank --target wasi:http/proxy@0.2.0",
            "",
            "Prints the reference with the digest that it has there: the same component has the same one whenever it is pushed.",
            "Credentials are those of `docker login`."
        })
final class PushCommand implements Callable<Integer> {
    private static final Pattern WORLD = Pattern.compile("[a-z0-9-]+:[a-z0-9-]+/[a-z0-9-]+(@[0-9A-Za-z.+-]+)?");

    @Parameters(index = "0", paramLabel = "FILE", description = "The component; - for stdin.")
    private String file = Files.STANDARD;

    @Parameters(index = "1", paramLabel = "REFERENCE", description = "HOST[:PORT]/REPOSITORY, with :TAG (:latest by default).")
    private String reference = "";

    @Option(names = "--target", paramLabel = "WORLD", description = "The world that it was made for, for who looks for one.")
    private Optional<String> target = Optional.empty();

    @Option(names = "--json", description = "Say what was pushed as JSON, on stdout.")
    private boolean json;

    private final Streams streams;

    PushCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Reference named = Registries.reference(reference);
        if (named.digest().isPresent()) {
            throw new Failure(reference + ": expected a tag to push to, found a digest, which the component decides", ExitCode.USAGE);
        }
        target.filter(its -> !WORLD.matcher(its).matches()).ifPresent(its -> {
            throw new Failure("--target: expected a world such as wasi:http/proxy@0.2.0, found '" + its + "'", ExitCode.USAGE);
        });
        ComponentFile component = ComponentFile.read(file, streams);
        ComponentType type = component.with(bytes -> ComponentValidator.validate(ComponentDecoder.decode(bytes)));
        var surface = new Surface(List.copyOf(type.exports().keySet()), List.copyOf(type.imports().keySet()), target);
        Reference pushed;
        try (var registries = Registries.on(streams)) {
            pushed = registries.push(named, component.bytes(), surface);
        }
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("reference", pushed.toString());
            result.put("bytes", component.bytes().length);
            Json.print(result, streams);
        } else {
            streams.out().println(pushed);
        }
        return ExitCode.OK;
    }
}
