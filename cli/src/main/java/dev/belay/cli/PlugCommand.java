package dev.belay.cli;

import dev.belay.compose.ComposeException;
import dev.belay.compose.Composition;
import dev.belay.compose.Drawing;
import dev.belay.compose.Link;
import dev.belay.compose.Plug;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "plug",
        mixinStandardHelpOptions = true,
        description = "Meets the imports of a component, the socket, with the exports of others, the plugs.",
        footer = {
            "",
            "Examples:",
            "  belay plug harness.wasm --plug validator.wasm -o app.wasm",
            "  belay plug harness.wasm --plug rules.wasm --plug audit.wasm -o app.wasm",
            "  belay plug harness.wasm --plug validator.wasm -o - | belay inspect -",
            "  belay plug service.wasm --wrap auth.wasm --wrap log.wasm -o app.wasm",
            "  belay plug harness.wasm --plug validator.wasm --dry-run=svg -o app.svg",
            "",
            "Says on stderr what was met and what is left to import. The output is written whole or not at all."
        })
final class PlugCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SOCKET", description = "The component whose imports are to be met.")
    private String socket = "";

    @Option(names = "--plug", paramLabel = "FILE",
            description = "A component that exports what others import; can be given again.")
    private List<String> plugs = List.of();

    @Option(names = "--wrap", paramLabel = "FILE",
            description = "Middleware: a component that imports and exports the same interface, put between others; can be "
                    + "given again: a call goes through them in this order.")
    private List<String> wraps = List.of();

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
            description = "Where to write the composed component; - for stdout.")
    private String output = "";

    @Option(names = "--dry-run", arity = "0..1", fallbackValue = "text", paramLabel = "FORMAT",
            description = "Write no component, but who gets what from whom: as text (the default), for Graphviz (dot) or as a "
                    + "picture (svg).")
    private List<DrawingFormat> drawings = List.of();

    @Option(names = "--json", description = "Say what was met as JSON, on stdout.")
    private boolean json;

    private final Streams streams;

    PlugCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (plugs.isEmpty() && wraps.isEmpty()) {
            throw new Failure("nothing to compose: give --plug or --wrap", ExitCode.USAGE);
        }
        if (!drawings.isEmpty()) {
            drawings.getLast().write(drawn(), output.isEmpty() ? Files.STANDARD : output, streams);
            return ExitCode.OK;
        }
        if (output.isEmpty()) {
            throw new Failure("Missing required option: '--output=FILE'", ExitCode.USAGE);
        }
        if (json && output.equals(Files.STANDARD)) {
            throw new Failure("stdout cannot take the component and --json: name a file with -o", ExitCode.USAGE);
        }
        Composition composed = compose();
        Files.write(output, composed.bytes(), streams);
        if (json) {
            printJson(composed);
        } else {
            print(composed);
        }
        return ExitCode.OK;
    }

    private Composition compose() {
        try {
            return parts().compose();
        } catch (ComposeException e) {
            throw new Failure(ErrorReport.message(e));
        }
    }

    private Drawing drawn() {
        try {
            return parts().drawing();
        } catch (ComposeException e) {
            throw new Failure(ErrorReport.message(e));
        }
    }

    private Plug parts() {
        var composer = Plug.socket(socket, component(socket));
        plugs.forEach(plug -> composer.plug(plug, component(plug)));
        wraps.forEach(wrap -> composer.wrap(wrap, component(wrap)));
        return composer;
    }

    /** Composing validates all of them; this only words better what is plainly no component. */
    private byte[] component(String file) {
        return ComponentFile.read(file, streams).with(bytes -> bytes);
    }

    private void print(Composition composed) {
        for (Link link : composed.links()) {
            boolean sameName = link.importName().equals(link.exportName());
            say("met %s of %s by %s".formatted(
                    link.importName(), link.importer(), sameName ? link.exporter() : link.exporter() + " (" + link.exportName() + ")"));
        }
        say("left to import: " + Worded.names(composed.imports()));
        say("wrote %s, %,d bytes".formatted(output.equals(Files.STANDARD) ? "stdout" : output, composed.bytes().size()));
    }

    private void say(String line) {
        streams.err().println(Worded.printable(line));
    }

    private void printJson(Composition composed) {
        var result = new LinkedHashMap<String, Object>();
        result.put("output", output);
        result.put("bytes", composed.bytes().size());
        result.put("links", composed.links().stream()
                .map(link -> Map.of(
                        "importer", link.importer(),
                        "import", link.importName(),
                        "exporter", link.exporter(),
                        "export", link.exportName()))
                .toList());
        result.put("imports", composed.imports());
        result.put("exports", composed.exports());
        Json.print(result, streams);
    }
}
