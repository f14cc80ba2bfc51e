package dev.belay.runtime.wave;

import static dev.belay.component.type.ValueType.CHAR;
import static dev.belay.component.type.ValueType.F64;
import static dev.belay.component.type.ValueType.STRING;
import static dev.belay.component.type.ValueType.U8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaveErrorTest {

    @Test
    void saysWhatWasExpectedAndWhatWasFound() {
        assertFails(U8, "256", 0, "out of range for u8: expected 0 to 255, found 256");
        assertFails(U8, "007", 0, "expected a u8, a whole number in base 10, found '007'");
        assertFails(U8, "", 0, "expected a u8, found the end of the text");
        assertFails(U8, "1 2", 2, "expected nothing after the value, found '2'");
        assertFails(F64, "1.", 0, "expected a f64 such as 1.5, 6.0e23, nan, inf or -inf, found '1.'");
        assertFails(CHAR, "'ab'", 2, "expected the closing ' of a char, which holds exactly one character, found 'b'");
        assertFails(STRING, "\"abc", 4, "the string has no closing \"");
        assertFails(STRING, "\"\\u{d800}\"", 1, "expected \\u{…} with the hexadecimal number of a Unicode scalar value");
        assertFails(new ValueType.ListOf(U8), "[1; 2]", 2, "expected ',' or ']' after an item of a list, found ';'");
        assertFails(new ValueType.Tuple(List.of(U8, U8)), "(1)", 3, "the tuple has 2 values, found 1");
    }

    @Test
    void namesTheKnownLabels() {
        var record = new ValueType.Record(List.of(new ValueType.Field("id", U8), new ValueType.Field("name", STRING)));
        assertFails(record, "{ident: 1}", 1, "expected a field, one of id, name, found 'ident'");
        assertFails(record, "{id: 1}", 0, "the record lacks its field 'name'");
        assertFails(record, "{id: 1, id: 2}", 8, "field 'id' is given twice");
        var status = new ValueType.Enum(List.of("ok", "not-found"));
        assertFails(status, "gone", 0, "expected a label of the enum, one of ok, not-found, found 'gone'");
        assertFails(status, "ok", 0, "'ok' is a keyword: write the label as %ok");
        assertFails(new ValueType.Result(Optional.of(U8), Optional.empty()), "ok", 0, "ok needs a value in parentheses after it");
    }

    @Test
    void cannotReadHandles() {
        assertFails(new ValueType.Own(ResourceType.fresh("file")), "1", 0, "a resource handle cannot be written as text");
    }

    @Test
    void refusesTypesThatNestTooDeeply() {
        ValueType type = U8;
        for (int i = 0; i < 100_000; i++) {
            type = new ValueType.ListOf(new ValueType.Option(type));
        }
        assertThat(failure(type, "[".repeat(100_000)).getMessage()).startsWith("the type nests deeper than 200 levels");
    }

    @Test
    void refusesNumbersThatWouldTakeLongToCompute() {
        assertThat(failure(U8, "1".repeat(1_000_000)).getMessage()).startsWith("out of range for u8").hasSizeLessThan(120);
        assertThat(failure(F64, "1".repeat(1_000_000)).getMessage()).startsWith("expected a f64").hasSizeLessThan(120);
    }

    @Test
    void pointsAtThePlaceInItsLine() {
        var failure = failure(new ValueType.ListOf(U8), "[\n  1,\n  x]");
        assertThat(failure.line()).isEqualTo(3);
        assertThat(failure.column()).isEqualTo(3);
        assertThat(failure.excerpt()).isEqualTo("  x]\n  ^");
    }

    private static void assertFails(ValueType type, String text, int offset, String message) {
        var failure = failure(type, text);
        assertThat(failure).hasMessage(message);
        assertThat(failure.offset()).isEqualTo(offset);
    }

    private static WaveException failure(ValueType type, String text) {
        return catchThrowableOfType(WaveException.class, () -> Wave.parse(type, text));
    }
}
