package dev.belay.bench.process;

import dev.belay.bench.row.BenchException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator wrk (Debian: wrk). */
public final class Wrk {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s*([0-9.]+)");
    private static final Pattern WRONG = Pattern.compile("Non-2xx or 3xx responses: *[0-9]+|Socket errors: .*");
    private static final int MORE_SECONDS = 60;

    private Wrk() {}

    /** Whether it is there. */
    public static boolean isInstalled(Path directory) {
        return !Subprocess.run(directory, Map.of(), MORE_SECONDS, List.of("bash", "-c", "command -v wrk || true"))
                .isBlank();
    }

    /**
     * Requests per second over so many connections.
     *
     * @throws BenchException if an answer was no success
     */
    public static double rate(Path directory, int port, int connections, int seconds) {
        String printed = Subprocess.run(directory, Map.of(), seconds + MORE_SECONDS, List.of(
                "wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "http://127.0.0.1:" + port + "/"));
        Matcher wrong = WRONG.matcher(printed);
        Matcher rate = RATE.matcher(printed);
        if (wrong.find() || !rate.find()) {
            throw new BenchException("expected answers to all requests, found " + printed.strip());
        }
        return Double.parseDouble(rate.group(1));
    }
}
