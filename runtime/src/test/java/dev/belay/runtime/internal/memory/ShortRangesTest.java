package dev.belay.runtime.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.runtime.Limits;
import dev.belay.runtime.internal.core.CoreBudget;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies and texts of every short length, where they lie in one piece, across two, and in one array. */
class ShortRangesTest {
    private static final int LONGEST = 70;
    /** Places that begin in a piece's middle, and so near its end that all but the shortest ranges go past it. */
    private static final int[] PLACES = {100, 2 * Pieces.PIECE - 3};

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCopyIsWhatWasThereAndNoMore(boolean inOneArray) {
        var from = memory(inOneArray);
        var to = memory(inOneArray);
        from.write(0, numbered(from.size()), 0, from.size());
        for (int source : PLACES) {
            for (int target : PLACES) {
                for (int length = 0; length <= LONGEST; length++) {
                    to.fill(0, to.size(), (byte) -1);
                    Spans.copy(from, source, to, target, length);
                    assertThat(to.read(target, length)).as("%d bytes", length).isEqualTo(from.read(source, length));
                    assertThat(to.readByte(target - 1)).isEqualTo((byte) -1);
                    assertThat(to.readByte(target + length)).isEqualTo((byte) -1);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneByteThatIsNoTextIsFoundWhereverItIs(boolean inOneArray) {
        var memory = memory(inOneArray);
        for (int place : PLACES) {
            for (int length = 0; length <= LONGEST; length++) {
                byte[] text = new byte[length];
                Arrays.fill(text, (byte) 'a');
                memory.write(place, text, 0, length);
                memory.writeByte(place + length, (byte) 0x80);
                assertThat(Utf8.isValid(memory, place, length)).as("%d bytes", length).isTrue();
                for (int wrong = 0; wrong < length; wrong++) {
                    memory.writeByte(place + wrong, (byte) 0x80);
                    assertThat(Utf8.isValid(memory, place, length)).as("%d of %d bytes", wrong, length).isFalse();
                    memory.writeByte(place + wrong, (byte) 'a');
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTextIsWrittenAsBytes(boolean inOneArray) {
        var memory = memory(inOneArray);
        String text = "Nordhaven Bank, or \u00ffcamer".repeat(3).substring(0, LONGEST);
        for (int place : PLACES) {
            for (int length = 0; length <= LONGEST; length++) {
                String some = text.substring(0, length);
                memory.fill(0, memory.size(), (byte) -1);
                memory.writeLatin1(place, some);
                assertThat(memory.read(place, length)).isEqualTo(some.getBytes(StandardCharsets.ISO_8859_1));
                assertThat(memory.readByte(place + length)).isEqualTo((byte) -1);
            }
        }
    }

    private static byte[] numbered(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i % 101);
        }
        return bytes;
    }

    private static LinearMemory memory(boolean inOneArray) {
        var memory = new LinearMemory(1, 1, new CoreBudget(Limits.defaults()));
        if (inOneArray) {
            memory.ran(memory.size());
        }
        return memory;
    }
}
