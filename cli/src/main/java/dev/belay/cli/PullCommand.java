package dev.belay.cli;

import dev.belay.platform.registry.Fetched;
import dev.belay.platform.registry.Reference;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "pull",
        mixinStandardHelpOptions = true,
        description = "Fetches a component from an OCI registry.",
        footer = {
            "",
            "Examples:",
            "  belay pull registry.example.com/banks/nordhaven:1.2",
            "  belay pull oci://registry.example.com/banks/nordhaven:1.2 -o bank.wasm",
            "  belay pull registry.example.com/banks/nordhaven:1.2 -o - | belay inspect -",
            "",
            "Says which digest it was: a reference with that is this very component, whatever becomes of the tag. The file is",
            "written whole or not at all. Credentials are those of `docker login`."
        })
final class PullCommand implements Callable<Integer> {
    private static final String SUFFIX = ".wasm";

    @Parameters(paramLabel = "REFERENCE", description = "HOST[:PORT]/REPOSITORY, with :TAG (:latest by default) or @sha256:DIGEST.")
    private String reference = "";

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
            description = "Where to write it; - for stdout. Default: the repository's name with .wasm, if there is no such file.")
    private Optional<String> output = Optional.empty();

    @Option(names = "--json", description = "Say what was fetched as JSON, on stdout.")
    private boolean json;

    private final Streams streams;

    PullCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Reference named = Registries.reference(reference);
        String file = output.orElseGet(() -> named.name() + SUFFIX);
        boolean toStdout = file.equals(Files.STANDARD);
        if (json && toStdout) {
            throw new Failure("stdout cannot take the component and --json: name a file with -o", ExitCode.USAGE);
        }
        if (output.isEmpty() && java.nio.file.Files.exists(Path.of(file))) {
            throw new Failure(file + ": exists already: name it with -o to replace it, or another");
        }
        Fetched fetched;
        try (var registries = Registries.on(streams)) {
            fetched = registries.fetch(named);
        }
        Files.write(file, fetched.bytes(), streams);
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("reference", fetched.reference().toString());
            result.put("component", "sha256:" + fetched.digest());
            result.put("bytes", fetched.bytes().length);
            result.put("file", file);
            Json.print(result, streams);
        } else {
            (toStdout ? streams.err() : streams.out()).println(fetched.reference());
        }
        return ExitCode.OK;
    }
}
