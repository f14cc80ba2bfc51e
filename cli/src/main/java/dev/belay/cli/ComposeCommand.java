package dev.belay.cli;

import dev.belay.compose.ComposeException;
import dev.belay.compose.Composition;
import dev.belay.compose.Dependencies;
import dev.belay.compose.Wac;
import dev.belay.compose.WacException;
import dev.belay.wit.error.Source;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compose",
        mixinStandardHelpOptions = true,
        description = "Composes components as a WAC file says.",
        footer = {
            "",
            "Examples:",
            "  belay compose app.wac --dep example:store=store.wasm --dep example:app=app.wasm -o composed.wasm",
            "  belay compose app.wac --deps-dir deps -o composed.wasm",
            "  belay compose app.wac --dry-run",
            "  belay compose app.wac --dry-run=svg -o app.svg",
            "",
            "Below DIR, package a:b is a/b.wasm, a/b.wit or a directory a/b of WIT; a:b@1.0.0 is a/b/1.0.0.wasm and so on."
        })
final class ComposeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The WAC file; - for stdin.")
    private String file = Files.STANDARD;

    @Option(names = "--dep", paramLabel = "PKG=PATH",
            description = "Where a package is: a component, or WIT as a file, directory or binary; can be given again.")
    private Map<String, String> dependencies = new LinkedHashMap<>();

    @Option(names = "--deps-dir", paramLabel = "DIR", description = "Where the other packages are; default: deps beside FILE.")
    private List<String> directories = new ArrayList<>();

    @Option(names = {"-o", "--output"}, paramLabel = "OUT", description = "Where to write the component; - for stdout, the default.")
    private String output = Files.STANDARD;

    @Option(names = "--dry-run", arity = "0..1", fallbackValue = "text", paramLabel = "FORMAT",
            description = "Write no component, but who gets what from whom: as text (the default), for Graphviz (dot) or as a picture (svg).")
    private List<DrawingFormat> drawings = List.of();

    @Option(names = "--import-dependencies",
            description = "Import the components that are instantiated, as unlocked-dep=<PKG>, instead of holding them.")
    private boolean importing;

    private final Streams streams;

    ComposeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try {
            Wac wac = Wac.read(source(), packages());
            Composition composed = wac.compose(importing ? Wac.Components.IMPORTED : Wac.Components.EMBEDDED);
            if (drawings.isEmpty()) {
                Files.write(output, composed.bytes(), streams);
                say("left to import: " + Worded.names(composed.imports()));
                say("wrote %s, %,d bytes"
                        .formatted(output.equals(Files.STANDARD) ? "stdout" : output, composed.bytes().size()));
            } else {
                drawings.getLast().write(wac.drawing(), output, streams);
            }
            return ExitCode.OK;
        } catch (WacException e) {
            throw new Failure(e.report());
        } catch (ComposeException e) {
            throw new Failure(ErrorReport.message(e));
        }
    }

    private Source source() {
        String name = file.equals(Files.STANDARD) ? "stdin" : file;
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.read(file, streams));
            return new Source(name, StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException _) {
            throw new Failure(name + ": expected WAC, found bytes that are no UTF-8");
        }
    }

    private Dependencies packages() {
        var packages = new Dependencies();
        try {
            dependencies.forEach((name, path) -> packages.with(name, Path.of(path)));
            if (directories.isEmpty() && !file.equals(Files.STANDARD)) {
                packages.below(Path.of(file).resolveSibling("deps"));
            }
            directories.forEach(directory -> packages.below(Path.of(directory)));
        } catch (java.nio.file.InvalidPathException e) {
            throw new Failure("no valid file name: " + e.getInput());
        }
        return packages;
    }

    private void say(String line) {
        streams.err().println(Worded.printable(line));
    }
}
