package dev.belay.runtime.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.runtime.InstanceMeter;
import dev.belay.runtime.Limits;
import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.core.CallBudget;
import dev.belay.runtime.internal.core.CoreBudget;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a memory has to itself is asked for before it has it. */
class HeldMemoryTest {
    private static final int MIB = 1 << 20;
    private static final int PAGES = 64;
    private static final int PIECE = 16 << 10;

    private static final class Grants implements InstanceMeter {
        final long most;
        long granted;

        Grants(long most) {
            this.most = most;
        }

        @Override
        public boolean claim(long bytes) {
            boolean grants = granted + bytes <= most;
            granted += grants ? bytes : 0;
            return grants;
        }

        @Override
        public void memory(long bytes) {}

        @Override
        public void memoryRefused() {}

        @Override
        public void made(OptionalLong fuel) {}

        @Override
        public void called(long memoryBytes, OptionalLong fuel) {}

        @Override
        public void closed() {}
    }

    private static LinearMemory memory(Grants by) {
        var limits = Limits.defaults();
        return new LinearMemory(PAGES, PAGES, new CoreBudget(limits, new CallBudget(limits), Optional.of(by)));
    }

    private static void write(LinearMemory memory, int from, int to) {
        for (int at = from; at < to; at += PIECE) {
            memory.writeByte(at, (byte) 1);
        }
    }

    @Test
    void whatIsNotWrittenToIsNotHeld() {
        var grants = new Grants(0);
        var memory = memory(grants);
        write(memory, 0, MIB / 4);

        assertThat(memory.readByte(3 * MIB)).isZero();
        assertThatThrownBy(() -> memory.writeByte(3 * MIB, (byte) 1)).isInstanceOf(Trap.class);
        assertThat(memory.readByte(3 * MIB)).isZero();
        assertThat(memory.readByte(MIB / 4 - PIECE)).isEqualTo((byte) 1);
    }

    @Test
    void anArrayIsHeldInsteadOfThePiecesThatItIsMadeOf() {
        var grants = new Grants(100 * MIB);
        var memory = memory(grants);
        write(memory, 0, 2 * MIB);
        assertThat(grants.granted).isEqualTo(2 * MIB);

        memory.ran(memory.size());
        assertThat(memory.flat()).hasSize(4 * MIB);
        // for a moment there were both
        assertThat(grants.granted).isEqualTo(6 * MIB);

        memory.writeByte(3 * MIB, (byte) 1);
        assertThat(grants.granted).isEqualTo(6 * MIB);
    }

    @Test
    void whatIsNotGrantedStaysInPieces() {
        var grants = new Grants(2 * MIB);
        var memory = memory(grants);
        write(memory, 0, 2 * MIB);
        memory.ran(memory.size());

        assertThat(memory.flat()).isNull();
        assertThat(memory.readByte(MIB)).isEqualTo((byte) 1);
        assertThat(grants.granted).isEqualTo(2 * MIB);
    }
}
