package dev.belay.wasi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.runtime.Trap;
import dev.belay.wasi.http.transport.HttpField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    private final Fields fields = Fields.empty(HttpState.denied());

    @Test
    void namesAreFoundWhateverTheirCaseAndKeptAsTheyWereGiven() {
        fields.append("X-Thing", bytes("one"));
        fields.append("x-thing", bytes("two"));

        assertThat(fields.get("X-THING")).containsExactly(bytes("one"), bytes("two"));
        assertThat(fields.has("x-Thing")).isTrue();
        assertThat(fields.entries()).containsExactly(HttpField.of("X-Thing", "one"), HttpField.of("x-thing", "two"));
    }

    @Test
    void settingReplacesAllValuesOfTheName() {
        fields.append("a", bytes("1"));
        fields.append("b", bytes("2"));
        fields.append("A", bytes("3"));

        assertThat(fields.set("a", List.of(bytes("4"), bytes("5")))).isEmpty();

        assertThat(fields.entries())
                .containsExactly(HttpField.of("b", "2"), HttpField.of("a", "4"), HttpField.of("a", "5"));
    }

    @Test
    void deletingRemovesAllValuesOfTheName() {
        fields.append("a", bytes("1"));
        fields.append("A", bytes("2"));

        assertThat(fields.delete("a")).isEmpty();
        assertThat(fields.delete("never-there")).isEmpty();

        assertThat(fields.entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:b", "a\n", "é", "a(b)"})
    void namesMustBeTokens(String name) {
        assertThat(fields.append(name, bytes("1"))).contains(HeaderError.INVALID_SYNTAX);
        assertThat(fields.set(name, List.of())).contains(HeaderError.INVALID_SYNTAX);
        assertThat(fields.delete(name)).contains(HeaderError.INVALID_SYNTAX);
        assertThat(fields.has(name)).isFalse();
        assertThat(fields.get(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb: c", "a\nb", "\0", "\u007f"})
    void valuesMustNotBreakTheLine(String value) {
        assertThat(fields.append("a", bytes(value))).contains(HeaderError.INVALID_SYNTAX);
        assertThat(fields.set("a", List.of(bytes("fine"), bytes(value)))).contains(HeaderError.INVALID_SYNTAX);
        assertThat(fields.entries()).isEmpty();
    }

    @Test
    void valuesMayBeBytesThatAreNoText() {
        byte[] value = {(byte) 0xff, (byte) 0x80, '\t'};

        assertThat(fields.append("a", value)).isEmpty();
        assertThat(fields.get("a")).containsExactly(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connection", "transfer-encoding", "HOST", "Upgrade", "keep-alive"})
    void namesOfTheConnectionAreForbidden(String name) {
        assertThat(fields.append(name, bytes("x"))).contains(HeaderError.FORBIDDEN);
        assertThat(Fields.received(List.of(HttpField.of(name, "x")), HttpState.denied()).entries())
                .isEmpty();
    }

    @Test
    void receivedFieldsAreImmutableAndTheirCopyIsNot() {
        var received = Fields.received(List.of(HttpField.of("a", "1")), HttpState.denied());

        assertThat(received.append("b", bytes("2"))).contains(HeaderError.IMMUTABLE);
        assertThat(received.set("a", List.of())).contains(HeaderError.IMMUTABLE);
        assertThat(received.delete("a")).contains(HeaderError.IMMUTABLE);
        assertThat(received.copy().append("b", bytes("2"))).isEmpty();
        assertThat(received.entries()).containsExactly(HttpField.of("a", "1"));
    }

    @Test
    void collectingFieldsWithoutEndTraps() {
        var few = Fields.empty(HttpState.denied().withLimits(new HttpLimits(2, 1_000, 1, 1, 1, 10_000)));
        few.append("a", bytes("1"));
        few.append("a", bytes("2"));

        assertThatThrownBy(() -> few.append("a", bytes("3")))
                .isInstanceOf(Trap.class)
                .hasMessage("memory limit exceeded: expected at most 2 HTTP fields of 1000 bytes in all, found more");
    }

    @Test
    void deletedFieldsDoNotCountForTheLimit() {
        var few = Fields.empty(HttpState.denied().withLimits(new HttpLimits(2, 8, 1, 1, 1, 10_000)));
        for (int i = 0; i < 100; i++) {
            few.append("abcd", bytes("1234"));
            few.delete("abcd");
        }

        assertThat(few.entries()).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void whatAnInstanceKeepsIsBoundedUntilItDropsSome() {
        HttpState state = HttpState.denied().withLimits(new HttpLimits(10, 1_000, 1, 1, 1, 10_000));
        var kept = new ArrayList<Fields>();

        assertThatThrownBy(() -> {
                    while (true) {
                        kept.add(Fields.empty(state));
                        kept.getLast().append("a", new byte[100]);
                    }
                })
                .isInstanceOf(Trap.class)
                .hasMessageContaining("10000 bytes");
        assertThat(kept).hasSizeBetween(10, 40);

        kept.forEach(Fields::drop);
        assertThat(state.memory().kept()).isZero();
    }
}
