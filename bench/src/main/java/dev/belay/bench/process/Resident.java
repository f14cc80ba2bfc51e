package dev.belay.bench.process;

import dev.belay.bench.row.BenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What processes hold of the machine's memory. */
public final class Resident {
    private Resident() {}

    /** In MiB, rounded down. */
    public static long mib(ProcessHandle process) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
                    .findFirst()
                    .orElseThrow(() -> new BenchException("expected VmRSS in " + status + ", found none"));
        } catch (IOException e) {
            throw new BenchException("cannot read what a process holds: " + e.getMessage(), e);
        }
    }
}
