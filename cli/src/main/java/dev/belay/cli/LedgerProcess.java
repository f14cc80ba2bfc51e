package dev.belay.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** wasmPay's ledger as a process of its own, which ends when this one does, however that ends. */
final class LedgerProcess implements AutoCloseable {
    private static final String MAIN = "dev.belay.wasmpay.ledger.Main";
    private static final String SAYS = "ledger on ";
    private static final String HOST = "127.0.0.1";

    private final Process process;

    private LedgerProcess(Process process) {
        this.process = process;
    }

    /**
     * Begins to start it, with the example's banks in a database in memory, on a free port.
     *
     * @param example the example's directory
     * @throws Failure if it was not built
     */
    static LedgerProcess start(Path example) {
        return start(classPath(example.resolve("ledger").resolve("target")));
    }

    static LedgerProcess start(String classPath) {
        // It ends early and answers little: Java's second compiler and its parallel collectors would not pay.
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", classPath, MAIN,
                "--demo", "--listen", HOST + ":0", "--until-stdin-ends");
        try {
            return new LedgerProcess(
                    new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
        } catch (IOException e) {
            throw new Failure("the ledger did not start: " + ErrorReport.message(e));
        }
    }

    private static String classPath(Path target) {
        try (var lib = Files.list(target.resolve("lib"));
                var own = Files.list(target)) {
            return Stream.concat(own, lib)
                    .map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException _) {
            throw new Failure(target + ": expected the ledger's jars, found none; run belay by its launcher, which builds them, "
                    + "or name a ledger that runs with --ledger");
        }
    }

    /**
     * Waits until it answers.
     *
     * @throws Failure if it ends instead
     */
    String url() {
        try {
            var out = process.inputReader(StandardCharsets.UTF_8);
            String line = out.readLine();
            if (line == null || !line.startsWith(SAYS)) {
                throw new Failure("the ledger did not start" + (line == null ? "" : ": " + Worded.printable(line)));
            }
            return line.substring(SAYS.length());
        } catch (IOException e) {
            throw new Failure("the ledger did not start: " + ErrorReport.message(e));
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
