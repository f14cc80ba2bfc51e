package dev.belay.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Where and when figures were measured.
 *
 * @param busy how many processes ran or wanted to when measuring began: Linux' load average over a minute
 */
public record Machine(
        String when, String processor, int processors, String memory, String system, String jdk, double busy) {
    private static final Path CPUS = Path.of("/proc/cpuinfo");
    private static final Path MEMORY = Path.of("/proc/meminfo");

    /** This one, now. */
    public static Machine here() {
        String kib = field(MEMORY, "MemTotal").replaceAll("[^0-9]", "");
        return new Machine(
                Instant.now().truncatedTo(ChronoUnit.MINUTES).toString(),
                field(CPUS, "model name"),
                Runtime.getRuntime().availableProcessors(),
                kib.isEmpty() ? "unknown" : (Long.parseLong(kib) >> 20) + " GiB",
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    public String text() {
        return String.format(
                Locale.ROOT,
                "%s: %s, %d processors, %s, %s; %s; load %.1f when it began",
                when, processor, processors, memory, system, jdk, busy);
    }

    private static String field(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown");
        } catch (IOException _) {
            return "unknown";
        }
    }
}
