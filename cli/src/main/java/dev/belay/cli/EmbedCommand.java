package dev.belay.cli;

import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.compose.Componentize;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "embed",
        mixinStandardHelpOptions = true,
        description = "Adds to a core module the section that says which world it is for.",
        footer = {
            "",
            "Examples:",
            "  belay embed core.wasm --wit wit/ --world app -o embedded.wasm",
            "  belay embed - --wit wit/ -o - < core.wasm | belay componentize - -o app.wasm"
        })
final class EmbedCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CORE", description = "The core module; - for stdin.")
    private String file = Files.STANDARD;

    @Mixin
    private final WorldOptions world = new WorldOptions();

    @Option(names = {"-o", "--output"}, paramLabel = "OUT", description = "Where to write the module; - for stdout, the default.")
    private String output = Files.STANDARD;

    private final Streams streams;

    EmbedCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var core = CoreFile.read(file, streams);
        var target = world.world()
                .orElseThrow(() -> new Failure("expected --wit PATH: where the world is", ExitCode.USAGE));
        StringEncoding encoding = world.encoding().orElse(StringEncoding.UTF8);
        byte[] embedded = core.with(bytes -> Componentize.embed(bytes, target, encoding));
        Files.write(output, embedded, streams);
        return ExitCode.OK;
    }
}
