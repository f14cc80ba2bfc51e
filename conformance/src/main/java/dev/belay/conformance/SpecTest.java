package dev.belay.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs the scripts found under some paths. */
public final class SpecTest {
    private SpecTest() {}

    /**
     * @param paths directories, zip files, or scripts
     * @param progress is told of each result as it comes
     * @throws IOException if a path does not exist or a script cannot be read
     */
    public static SpecReport run(List<Path> paths, Consumer<Result> progress) throws IOException {
        var results = new ArrayList<Result>();
        try (var files = new SpecFiles()) {
            for (Path file : files.scripts(paths)) {
                Script script = Script.read(file);
                ScriptRunner runner = isCore(script) ? new CoreRunner(script) : new ComponentRunner(script);
                for (Script.Directive directive : script.directives()) {
                    var result = new Result(
                            script.source(), directive.line(), directive.type(), Guarded.run(runner, directive));
                    results.add(result);
                    progress.accept(result);
                }
            }
        }
        return new SpecReport(results);
    }

    /** Whether the script is of core WebAssembly: no binary of it is a component. */
    private static boolean isCore(Script script) throws IOException {
        for (Script.Directive directive : script.directives()) {
            var name = directive.text("binary_filename").or(() -> directive.text("filename"));
            if (name.isPresent() && name.get().endsWith(".wasm")) {
                byte[] bytes = Files.readAllBytes(script.file().resolveSibling(name.get()));
                if (bytes.length > 6 && bytes[6] == 1) {
                    return false;
                }
            }
        }
        return true;
    }
}
