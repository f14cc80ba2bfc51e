package dev.belay.component.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.suite.SuiteCase;
import dev.belay.component.suite.Suites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Other people's verdicts on components. What differs from them is listed in {@code suite-exceptions.txt}, one a line with
 * its reason; how many must agree at least is in {@code suite-floor.txt}.
 */
class ValidationSuiteTest {
    @ParameterizedTest
    @ValueSource(strings = {"component-model", "wasm-tools-component-model", "wat-inputs"})
    void verdictsAgree(String suite) {
        List<SuiteCase> cases = suite.equals("wat-inputs") ? Suites.components() : Suites.directives(suite);
        Map<String, String> exceptions = lines("suite-exceptions.txt");
        var unexpected = new ArrayList<String>();
        var mended = new ArrayList<String>();
        int agreeing = 0;
        for (SuiteCase c : cases) {
            String verdict = verdict(c);
            boolean excepted = exceptions.containsKey(c.id());
            if (verdict.isEmpty()) {
                agreeing++;
                if (excepted) {
                    mended.add(c.id());
                }
            } else if (!excepted) {
                unexpected.add(c.id() + ": " + verdict);
            }
        }
        System.out.println(suite + ": " + agreeing + " of " + cases.size() + " verdicts agree");
        assertThat(unexpected).as("verdicts that differ").isEmpty();
        assertThat(mended).as("exceptions that are none any more").isEmpty();
        assertThat(agreeing).isGreaterThanOrEqualTo(Integer.parseInt(
                Objects.requireNonNull(lines("suite-floor.txt").get(suite))));
    }

    /** Empty if it is as it should be. */
    private static String verdict(SuiteCase c) {
        try {
            ComponentValidator.validate(ComponentDecoder.decode(c.binary()));
            return c.mustBeValid() ? "" : "is accepted, but: " + c.text();
        } catch (InvalidComponentException e) {
            return c.mustBeValid() ? "is refused: " + e.getMessage() : "";
        } catch (RuntimeException | StackOverflowError e) {
            return "throws " + e + " at " + e.getStackTrace()[0];
        }
    }

    /** Lines of a key, white space and the rest. */
    private static Map<String, String> lines(String resource) {
        try (var in = Objects.requireNonNull(ValidationSuiteTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
