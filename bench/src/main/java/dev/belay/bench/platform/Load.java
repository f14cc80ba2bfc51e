package dev.belay.bench.platform;

import dev.belay.bench.process.Subprocess;
import dev.belay.bench.row.BenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What wrk saw.
 *
 * @param wrong answers that were no success, and connections that broke
 * @param p99Millis how long all but the slowest hundredth took
 */
record Load(long requests, long wrong, double p99Millis, double perSecond) {
    private static final Pattern REQUESTS = Pattern.compile("([0-9]+) requests in");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s*([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern BAD = Pattern.compile("Non-2xx or 3xx responses: *([0-9]+)");
    private static final Pattern BROKEN = Pattern.compile("Socket errors: connect ([0-9]+), read ([0-9]+), write ([0-9]+), timeout ([0-9]+)");
    private static final int MORE_SECONDS = 60;

    /** Asks hosts one after the other, over so many connections at once. */
    static Load run(Path directory, String http, int hosts, int connections, int seconds) {
        String script = """
                local body = '%s'
                local n = 0
                request = function()
                  n = n + 7919
                  return wrk.format('POST', '/validate', {['Host'] = 'app-' .. (n %% %d) .. '.test'}, body)
                end
                """.formatted(TestPlatform.TRANSACTION, hosts);
        Path file = directory.resolve("load.lua");
        try {
            Files.writeString(file, script);
        } catch (IOException e) {
            throw new BenchException("cannot write " + file, e);
        }
        String printed = Subprocess.run(directory, Map.of(), seconds + MORE_SECONDS, List.of(
                "wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--latency", "--timeout", "10s", "-s", file.toString(), http));
        long wrong = sum(BAD, printed) + sum(BROKEN, printed);
        Matcher p99 = P99.matcher(printed);
        if (!p99.find()) {
            throw new BenchException("expected what wrk prints, found " + printed.strip());
        }
        double unit = switch (p99.group(2)) {
            case "us" -> 0.001;
            case "ms" -> 1;
            default -> 1000;
        };
        return new Load(sum(REQUESTS, printed), wrong, Double.parseDouble(p99.group(1)) * unit, rate(printed));
    }

    private static double rate(String printed) {
        Matcher matcher = RATE.matcher(printed);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    private static long sum(Pattern pattern, String printed) {
        Matcher matcher = pattern.matcher(printed);
        long sum = 0;
        if (matcher.find()) {
            for (int i = 1; i <= matcher.groupCount(); i++) {
                sum += Long.parseLong(matcher.group(i));
            }
        }
        return sum;
    }
}
