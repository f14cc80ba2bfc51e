package dev.belay.bench.process;

import dev.belay.bench.guest.Guests;
import dev.belay.bench.report.Sample;
import dev.belay.bench.row.BenchException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The peer: Node, with components that jco made JavaScript of.
 *
 * @param jco the command that runs jco
 * @param modules its {@code node_modules}
 */
public record Node(Guests guests, Path work, List<String> jco, Path modules) {
    private static final int MINUTES_5 = 300;
    private static final int MINUTES_10 = 600;
    /** Gets jco from npm on first use; prints how to run it, and where it is. */
    private static final String INSTALL =
            ". tools/jco-env.sh && jco_install >&2 && printf '%s\\n%s\\n' \"$BELAY_JCO\" \"$jco_home/node_modules\"";

    /**
     * @param work a directory to write to
     * @throws BenchException if there is no Node, or no jco and none to be had
     */
    public static Node find(Guests guests, Path work) {
        String[] found = Subprocess.run(guests.root(), Map.of(), MINUTES_10, List.of("bash", "-c", INSTALL))
                .strip()
                .split("\n");
        return new Node(guests, work, List.of(found[0].split(" ")), Path.of(found[1]));
    }

    /** Makes JavaScript of a component. */
    public Transpiled transpile(byte[] component, String... options) {
        try {
            return new Transpiled(directoryOf(component, List.of(options)));
        } catch (IOException e) {
            throw new BenchException("cannot prepare a component for Node: " + e.getMessage(), e);
        }
    }

    /** A component as JavaScript, in {@code ./component} of its directory, with the scripts beside it. */
    public record Transpiled(Path directory) {
        /** Runs a script that prints numbers. */
        public Sample run(String script, String... arguments) {
            return numbers(Subprocess.run(directory, Map.of(), MINUTES_10, command(directory, script, List.of(arguments))));
        }
    }

    /** Runs a script of {@code bench/node} that prints numbers. */
    public Sample script(String script, List<String> arguments) {
        return numbers(Subprocess.run(work, Map.of(), MINUTES_10, command(scripts(), script, arguments)));
    }

    private Path directoryOf(byte[] component, List<String> options) throws IOException {
        Path directory = Files.createTempDirectory(work, "jco");
        Files.createSymbolicLink(directory.resolve("node_modules"), modules);
        copyScripts(directory);
        Path file = directory.resolve("component.wasm");
        Files.write(file, component);
        var command = new ArrayList<>(jco);
        command.addAll(List.of(
                "transpile", file.toString(), "--name", "component", "-o", directory.resolve("component").toString(),
                "--no-typescript", "-q",
                "--map", "wasmcloud:messaging/*=../messaging.mjs#*",
                "--map", "bench:calls/host-ops@0.1.0=../host-ops.mjs"));
        command.addAll(options);
        Subprocess.run(directory, Map.of(), MINUTES_5, command);
        return directory;
    }

    private void copyScripts(Path to) throws IOException {
        for (Path from : List.of(scripts(), guests.root().resolve("tools/jco"))) {
            Files.walkFileTree(from, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes its) throws IOException {
                    Files.copy(file, to.resolve(file.getFileName()));
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }

    private Path scripts() {
        return guests.root().resolve("bench/node");
    }

    private static List<String> command(Path directory, String script, List<String> arguments) {
        var command = new ArrayList<>(List.of("node", directory.resolve(script).toString()));
        command.addAll(arguments);
        return command;
    }

    private static Sample numbers(String printed) {
        return Sample.of(Arrays.stream(printed.strip().split("\\s+")).mapToDouble(Double::parseDouble));
    }
}
