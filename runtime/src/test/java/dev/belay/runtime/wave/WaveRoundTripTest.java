package dev.belay.runtime.wave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.type.ValueType;
import dev.belay.runtime.TypedValues;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple.Tuple2;

/** Whatever value of whatever type: reading what was written gives it back. */
class WaveRoundTripTest {
    @Property(tries = 2_000)
    void readingWhatWasWrittenGivesTheValueBack(@ForAll("typedValues") Tuple2<ValueType, Object> typed) {
        String text = Wave.print(typed.get1(), typed.get2());
        assertThat(Wave.parse(typed.get1(), text))
                .as(text)
                .usingRecursiveComparison()
                .withEqualsForType(Float::equals, Float.class)
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(typed.get2());
        assertThat(Wave.print(typed.get1(), Wave.parse(typed.get1(), text))).isEqualTo(text);
    }

    @Property(tries = 2_000)
    void whateverTheTextNothingButItsOwnErrorIsThrown(
            @ForAll("types") ValueType type, @ForAll("scraps") String text) {
        try {
            assertThat(Wave.print(type, Wave.parse(type, text))).isNotEmpty();
        } catch (WaveException e) {
            assertThat(e.getMessage()).isNotBlank();
            assertThat(e.offset()).isBetween(0, text.length());
            assertThat(e.excerpt().lines()).hasSize(2);
        }
    }

    @Provide
    Arbitrary<String> scraps() {
        return Arbitraries.of("{", "}", "[", "]", "(", ")", ",", ":", "a", "%ok", "ok", "some(", "none", "1", "-", "1.5", "\"", "'",
                        "\\u{", "\\", "\n", "//", "\"\"\"", "\ud800", "é")
                .list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Tuple2<ValueType, Object>> typedValues() {
        return TypedValues.typedValues(3);
    }

    @Provide
    Arbitrary<ValueType> types() {
        return TypedValues.types(3);
    }
}
