package dev.belay.cli;

import dev.belay.bindings.BindingsException;
import dev.belay.bindings.glue.Glue;
import dev.belay.bindings.glue.GlueLanguage;
import dev.belay.bindings.glue.SourceFile;
import dev.belay.wit.resolve.WitWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bindings",
        mixinStandardHelpOptions = true,
        description = "Generates the glue between a world and a language: types, what to call, what to implement.",
        footer = {
            "",
            "Examples:",
            "  belay bindings wit/ --lang c -o glue",
            "  belay bindings contract.wit --world validator --lang rust -o src",
            "",
            "Files that are there already are written anew. For Java, `belay build` generates what it needs by itself."
        })
final class BindingsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "WIT", description = "A .wit file, a directory or a binary.")
    private String wit = "";

    @Option(names = "--lang", required = true, paramLabel = "LANG", description = "c, rust, zig or assemblyscript.")
    private String language = "";

    @Option(names = "--world", paramLabel = "WORLD", description = "The world; default: the only one there is.")
    private String world = "";

    @Option(names = {"-o", "--output"}, paramLabel = "DIR", description = "Where to write them; default: here.")
    private Path output = Path.of("");

    private final Streams streams;

    BindingsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        GlueLanguage its = GlueLanguage.of(language).orElseThrow(() -> new Failure("--lang: expected one of "
                + String.join(", ", Arrays.stream(GlueLanguage.values()).map(GlueLanguage::text).toList()) + ", found `" + language + "`",
                ExitCode.USAGE));
        WitWorld found = world.isEmpty() ? WorldName.only(wit) : WorldName.find(wit, world);
        List<SourceFile> files;
        try {
            files = Glue.files(found, its);
        } catch (BindingsException e) {
            throw new Failure(ErrorReport.message(e));
        }
        try {
            java.nio.file.Files.createDirectories(output);
        } catch (IOException e) {
            throw new Failure(Files.describe(e));
        }
        files.forEach(f -> Files.write(output.resolve(f.name()).toString(), f.text().getBytes(StandardCharsets.UTF_8), streams));
        return ExitCode.OK;
    }
}
