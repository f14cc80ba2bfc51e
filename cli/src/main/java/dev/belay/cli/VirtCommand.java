package dev.belay.cli;

import dev.belay.compose.ComposeException;
import dev.belay.compose.Composition;
import dev.belay.wasi.virt.Surroundings;
import dev.belay.wasi.virt.VirtException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "virt",
        mixinStandardHelpOptions = true,
        description = "Gives a component virtual surroundings: files, variables, configuration; and denies the rest.",
        footer = {
            "",
            "Examples:",
            "  belay virt app.wasm --env MODE=test --mount /data=./data --stdio allow -o sealed.wasm",
            "  belay virt app.wasm --mount /work=./seed --writable --args allow --clocks allow -o sealed.wasm",
            "  belay virt --config db.url=jdbc:h2:mem: -o surroundings.wasm",
            "",
            "Without FILE, writes the surroundings alone, a component to plug below others. What is not allowed is not",
            "imported by the result: see it with `belay inspect`. Interfaces that are none of WASI's are left as they are."
        })
final class VirtCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The component; - for stdin.")
    private String file = "";

    @Mixin
    private final SurroundingsOptions options = new SurroundingsOptions();

    @Option(names = {"-o", "--output"}, required = true, paramLabel = "OUT",
            description = "Where to write the component; - for stdout.")
    private String output = "";

    private final Streams streams;

    VirtCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try {
            Surroundings surroundings = options.surroundings();
            if (file.isEmpty()) {
                Files.write(output, surroundings.component(), streams);
                return ExitCode.OK;
            }
            var component = ComponentFile.read(file, streams);
            Composition composed = component.with(bytes -> surroundings.around(component.name(), bytes));
            Files.write(output, composed.bytes(), streams);
            streams.err().println(Worded.printable("left to import: " + Worded.names(composed.imports())));
            return ExitCode.OK;
        } catch (VirtException | ComposeException e) {
            throw new Failure(ErrorReport.message(e));
        }
    }
}
