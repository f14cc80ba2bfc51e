package dev.belay.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.conformance.Outcome.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What passes may only grow, and what is skipped may only shrink. {@code -Dbelay.golden=write} writes both files anew,
 * when there is more to be held.
 */
class FloorsTest {
    private static final String SUITES = "conformance/suites";

    @ParameterizedTest
    @ValueSource(strings = {"component-model", "wasm-tools-component-model"})
    void noFewerDirectivesPassAndNoMoreAreSkipped(String suite) throws IOException {
        var report = Suites.run(List.of(Shared.suite(suite)), Options.defaults(), _ -> {});
        if ("write".equals(System.getProperty("belay.golden"))) {
            write(suite, report);
        }
        assertThat(report.count(Status.PASSED))
                .as("passed directives of %s, against the floor in %s; failures:%n%s", suite, floors(suite), failures(report))
                .isGreaterThanOrEqualTo(Long.parseLong(Files.readString(floors(suite)).strip()));
        var known = knownSkips(suite);
        report.skips().forEach((reason, count) -> assertThat(count)
                .as("skipped directives of %s for %s, against %s", suite, reason, skips(suite))
                .isLessThanOrEqualTo(known.getOrDefault(reason, 0L)));
    }

    private static String failures(Report report) {
        return report.with(Status.FAILED).stream().limit(50).map(Outcome::toString).collect(Collectors.joining("\n"));
    }

    private static Path floors(String suite) {
        return Path.of(System.getProperty("belay.root", "."), SUITES, suite + ".passed");
    }

    private static Path skips(String suite) {
        return Path.of(System.getProperty("belay.root", "."), SUITES, suite + ".skipped");
    }

    /** Lines of a count, a script and a reason: {@code 12 async/trap: async}. */
    private static Map<String, Long> knownSkips(String suite) throws IOException {
        var known = new TreeMap<String, Long>();
        for (String line : Files.readAllLines(skips(suite))) {
            int space = line.indexOf(' ');
            known.put(line.substring(space + 1), Long.parseLong(line.substring(0, space)));
        }
        return known;
    }

    private static void write(String suite, Report report) {
        try {
            Files.createDirectories(floors(suite).getParent());
            Files.writeString(floors(suite), report.count(Status.PASSED) + "\n");
            Files.write(
                    skips(suite),
                    report.skips().entrySet().stream()
                            .map(e -> e.getValue() + " " + e.getKey())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
