package dev.belay.component.binary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.suite.SuiteCase;
import dev.belay.component.suite.Suites;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was decoded is encoded to the same bytes, unless the file pads its numbers. */
final class EncoderRoundTripTest {
    /** Of all suites, those whose numbers are not in their shortest form. */
    private static final int PADDED = 6;

    @ParameterizedTest
    @ValueSource(strings = {"component-model", "wasm-tools-component-model", "wat-inputs"})
    void everyComponentOfASuiteComesBack(String suite) {
        List<SuiteCase> cases = suite.equals("wat-inputs") ? Suites.components() : Suites.directives(suite);
        var padded = new ArrayList<String>();
        int decoded = 0;
        for (SuiteCase each : cases) {
            Optional<ComponentBinary> component = decode(each);
            if (component.isEmpty()) {
                continue;
            }
            decoded++;
            byte[] encoded = ComponentEncoder.encode(component.get());
            assertThat(ComponentDecoder.decode(encoded)).as(each.id()).isEqualTo(component.get());
            if (!Arrays.equals(encoded, each.binary())) {
                padded.add(each.id());
            }
        }
        assertThat(decoded).isGreaterThan(200);
        assertThat(padded).hasSizeLessThanOrEqualTo(PADDED);
    }

    private static Optional<ComponentBinary> decode(SuiteCase each) {
        try {
            return Optional.of(ComponentDecoder.decode(each.binary()));
        } catch (InvalidComponentException e) {
            // Whether it was right to reject it is for the test of the validator to say.
            return Optional.empty();
        }
    }
}
