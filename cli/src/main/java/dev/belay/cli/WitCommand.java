package dev.belay.cli;

import dev.belay.component.wit.WitBinary;
import dev.belay.compose.ComposeException;
import dev.belay.compose.WitEncoder;
import dev.belay.wit.file.WitLoader;
import dev.belay.wit.print.WitPrinter;
import dev.belay.wit.resolve.Features;
import dev.belay.wit.resolve.Resolver;
import dev.belay.wit.resolve.WitPackages;
import dev.belay.wit.syntax.WitFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "wit",
        mixinStandardHelpOptions = true,
        description = "Checks WIT and prints it canonically, as JSON or as a package's binary; takes it out of components.",
        footer = {
            "",
            "Examples:",
            "  belay wit wit/",
            "  belay wit app.wasm -o app.wit",
            "  belay wit --json streams.wit",
            "  belay wit --wasm wit/ -o package.wasm",
            "",
            "A directory holds one package, in .wit files, and below deps/ those it needs: files, directories or binaries."
        })
final class WitCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PATH", description = "A .wit file, a directory, a component or a package; - for stdin.")
    private String path = Files.STANDARD;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    @Option(names = "--wasm", description = "Write it as a package's binary.")
    private boolean wasm;

    @Option(names = "--features", split = ",", paramLabel = "NAME",
            description = "Which @unstable features to keep; default: all of them.")
    private List<String> features = List.of();

    @Option(names = {"-o", "--output"}, paramLabel = "OUT", description = "Where to write it; default: stdout.")
    private String output = Files.STANDARD;

    private final Streams streams;

    WitCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (json && wasm) {
            throw new Failure("--json and --wasm: choose one of them", ExitCode.USAGE);
        }
        WitPackages packages = load(path, features.isEmpty() ? Features.all() : Features.of(new HashSet<>(features)));
        if (wasm) {
            Files.write(output, encoded(packages), streams);
        } else {
            String text = json ? Json.text(WitJson.of(packages)) + "\n" : WitPrinter.print(packages);
            Files.write(output, text.getBytes(StandardCharsets.UTF_8), streams);
        }
        return ExitCode.OK;
    }

    private static byte[] encoded(WitPackages packages) {
        try {
            return WitEncoder.encode(packages);
        } catch (ComposeException e) {
            throw new Failure(ErrorReport.message(e));
        }
    }

    private WitPackages load(String name, Features active) {
        if (!name.equals(Files.STANDARD) && java.nio.file.Files.isDirectory(Path.of(name))) {
            return WitBinary.load(Path.of(name), active);
        }
        var read = ComponentFile.read(name, streams);
        WitFile file;
        if (read.isBinary()) {
            file = read.with(bytes -> text(read.name(), WitBinary.text(bytes)));
        } else {
            file = WitLoader.parse(read.name(), read.bytes());
        }
        return Resolver.resolve(List.of(List.of(file)), active);
    }

    private static WitFile text(String name, String text) {
        return WitLoader.parse(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
