package dev.belay.cli;

import dev.belay.compose.Componentize;
import dev.belay.compose.ComponentizeException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "componentize",
        mixinStandardHelpOptions = true,
        description = "Makes a component of a core module that follows the canonical naming.",
        footer = {
            "",
            "Examples:",
            "  belay componentize core.wasm --wit wit/ --world app -o app.wasm",
            "  belay componentize core.wasm --wit wit/ --adapt wasi_snapshot_preview1=adapter.wasm -o app.wasm",
            "  belay componentize embedded.wasm -o app.wasm",
            "  belay componentize program.wasm -o program.component.wasm     (made for WASI preview 1)",
            "",
            "Without --wit the module's own component-type sections say which world it is for; with it, both count.",
            "Of the world's imports the component has those that the module uses."
        })
final class ComponentizeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CORE", description = "The core module; - for stdin.")
    private String file = Files.STANDARD;

    @Mixin
    private final WorldOptions world = new WorldOptions();

    @Option(names = "--adapt", paramLabel = "NAME=FILE", mapFallbackValue = "",
            description = "A module that meets what CORE imports from NAME; can be given again. Without =FILE, and for "
                    + "wasi_snapshot_preview1 always unless given: the one that Belay brings.")
    private Map<String, String> adapters = new LinkedHashMap<>();

    @Option(names = {"-o", "--output"}, paramLabel = "OUT", description = "Where to write the component; - for stdout, the default.")
    private String output = Files.STANDARD;

    private final Streams streams;

    ComponentizeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var core = CoreFile.read(file, streams);
        try {
            var making = core.with(bytes -> Componentize.module(core.name(), bytes));
            world.world().ifPresent(making::world);
            world.encoding().ifPresent(making::encoding);
            if (making.needsPreview1()) {
                making.preview1();
            }
            adapters.forEach((name, adapter) -> {
                if (adapter.isEmpty()) {
                    shipped(name, making);
                    return;
                }
                var read = CoreFile.read(adapter, streams);
                read.with(bytes -> making.adapter(name, bytes));
            });
            Files.write(output, making.component(), streams);
        } catch (ComponentizeException e) {
            throw new Failure(e.problem().message() + e.problem().hint().map(hint -> "\n= " + hint).orElse(""));
        }
        return ExitCode.OK;
    }

    private static void shipped(String name, Componentize making) {
        if (!name.equals(Componentize.PREVIEW1)) {
            throw new Failure("--adapt " + name + ": expected " + name + "=FILE, since Belay brings an adapter for "
                    + Componentize.PREVIEW1 + " only", ExitCode.USAGE);
        }
        making.preview1();
    }
}
