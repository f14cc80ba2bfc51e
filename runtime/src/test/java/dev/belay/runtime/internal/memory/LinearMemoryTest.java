package dev.belay.runtime.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.runtime.Limits;
import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.core.CoreBudget;
import org.junit.jupiter.api.Test;

class LinearMemoryTest {
    private static final int PAGE = LinearMemory.WASM_PAGE;
    private static final int PIECE = 512;

    private final LinearMemory memory = memory(2, 4, Limits.defaults());

    @Test
    void freshMemoryIsZeroAndCostsNothing() {
        assertThat(memory.readLong(PAGE)).isZero();
        assertThat(memory.ownPieces()).isZero();
        assertThat(memory.size()).isEqualTo(2 * PAGE);
    }

    @Test
    void whatWasWrittenIsReadAcrossPieces() {
        for (int at : new int[] {0, 1, PIECE - 7, PIECE - 1, PAGE - 3, 2 * PAGE - 8}) {
            memory.writeLong(at, 0x0102030405060708L);
            assertThat(memory.readLong(at)).isEqualTo(0x0102030405060708L);
            assertThat(memory.readInt(at)).isEqualTo(0x05060708);
            assertThat(memory.readShort(at + 6)).isEqualTo((short) 0x0102);
            assertThat(memory.readByte(at + 7)).isEqualTo((byte) 1);
        }
    }

    @Test
    void memoriesOfOneImageShareItUntilTheyWrite() {
        memory.writeInt(100, 42);
        MemoryImage image = memory.image();
        var one = memory(2, 4, Limits.defaults());
        var other = memory(2, 4, Limits.defaults());
        one.restore(image);
        other.restore(image);
        one.writeInt(100, 1);
        memory.writeInt(100, 2);
        assertThat(one.readInt(100)).isEqualTo(1);
        assertThat(memory.readInt(100)).isEqualTo(2);
        assertThat(other.readInt(100)).isEqualTo(42);
        assertThat(one.ownPieces()).isEqualTo(1);
        assertThat(other.ownPieces()).isZero();
    }

    @Test
    void writingToAFreshMemoryLeavesOthersZero() {
        memory.writeByte(0, (byte) 1);
        assertThat(memory(1, 1, Limits.defaults()).readByte(0)).isZero();
        assertThat(memory.readByte(PIECE)).isZero();
    }

    @Test
    void copiesWithinOneMemoryMayOverlap() {
        for (int i = 0; i < 3 * PIECE; i++) {
            memory.writeByte(i, (byte) (i / 7));
        }
        LinearMemory.copy(memory, 0, memory, 5, 2 * PIECE);
        for (int i = 0; i < 2 * PIECE; i++) {
            assertThat(memory.readByte(i + 5)).isEqualTo((byte) (i / 7));
        }
        LinearMemory.copy(memory, 5, memory, 0, 2 * PIECE);
        for (int i = 0; i < 2 * PIECE; i++) {
            assertThat(memory.readByte(i)).isEqualTo((byte) (i / 7));
        }
    }

    @Test
    void accessPastTheEndIsATrap() {
        assertThat(memory.readByte(2 * PAGE - 1)).isZero();
        assertTrap(() -> memory.readByte(2 * PAGE));
        assertTrap(() -> memory.readShort(2 * PAGE - 1));
        assertTrap(() -> memory.readInt(2 * PAGE - 3));
        assertTrap(() -> memory.readLong(2 * PAGE - 7));
        assertTrap(() -> memory.writeLong(2 * PAGE - 7, 1));
        assertTrap(() -> memory.readByte(-1));
        assertTrap(() -> memory.check(-1, -1));
        assertTrap(() -> LinearMemory.copy(memory, 0, memory, 2 * PAGE - 1, 2));
        memory.check(2 * PAGE, 0);
    }

    @Test
    void aWriteThatGoesPastTheEndWritesNothing() {
        assertTrap(() -> memory.writeLong(2 * PAGE - 4, -1));
        assertThat(memory.readInt(2 * PAGE - 4)).isZero();
    }

    @Test
    void growsToItsMaximumAndKeepsItsContents() {
        memory.writeInt(PAGE, 7);
        assertThat(memory.grow(0)).isEqualTo(2);
        assertThat(memory.grow(2)).isEqualTo(2);
        assertThat(memory.pages()).isEqualTo(4);
        assertThat(memory.readInt(PAGE)).isEqualTo(7);
        assertThat(memory.readInt(4 * PAGE - 4)).isZero();
        assertThat(memory.grow(1)).isEqualTo(-1);
        assertThat(memory.grow(-1)).isEqualTo(-1);
        assertThat(memory.grow(Integer.MAX_VALUE)).isEqualTo(-1);
        assertThat(memory.pages()).isEqualTo(4);
    }

    @Test
    void growingPastTheLimitFailsAndStartingPastItIsATrap() {
        var limits = Limits.defaults().withMemoryBytes(3 * PAGE);
        var small = memory(2, 100, limits);
        assertThat(small.grow(2)).isEqualTo(-1);
        assertThat(small.grow(1)).isEqualTo(2);
        assertThatThrownBy(() -> memory(4, 100, limits))
                .isInstanceOf(Trap.class)
                .hasMessageStartingWith("memory limit exceeded: the instance needs 262144 bytes");
    }

    @Test
    void allMemoriesOfAnInstanceHaveOneLimit() {
        var budget = new CoreBudget(Limits.defaults().withMemoryBytes(3 * PAGE));
        var first = new LinearMemory(2, 10, budget);
        var second = new LinearMemory(1, 10, budget);
        assertThat(first.grow(1)).isEqualTo(-1);
        assertThat(second.grow(1)).isEqualTo(-1);
        assertThat(budget.note()).contains("the limit of 196608 bytes");
    }

    @Test
    void inOneArrayAfterCodeRanForLong() {
        memory.writeInt(PIECE, 7);
        assertThat(memory.flat()).isNull();
        memory.ran(memory.size());
        assertThat(memory.flat()).hasSize(2 * PAGE);
        assertThat(memory.readInt(PIECE)).isEqualTo(7);
        assertThat(memory.grow(1)).isEqualTo(2);
        memory.writeLong(2 * PAGE - 4, -1);
        assertThat(memory.readInt(2 * PAGE)).isEqualTo(-1);
        memory.ran(memory.size());
        assertThat(memory.flat()).hasSize(3 * PAGE);
        assertThat(memory.readLong(2 * PAGE - 4)).isEqualTo(-1);
    }

    @Test
    void accessPastTheEndOfTheArrayIsATrap() {
        memory.ran(memory.size());
        accessPastTheEndIsATrap();
        aWriteThatGoesPastTheEndWritesNothing();
        assertTrap(() -> memory.pieceReadInt(2 * PAGE - 3));
        assertTrap(() -> memory.pieceWriteByte(-1, (byte) 1));
    }

    @Test
    void anImageOfAnArrayIsSharedAsAnyOther() {
        memory.ran(memory.size());
        memory.writeInt(100, 42);
        MemoryImage image = memory.image();
        memory.writeInt(100, 2);
        var other = memory(2, 4, Limits.defaults());
        other.restore(image);
        assertThat(other.readInt(100)).isEqualTo(42);
        assertThat(other.ownPieces()).isZero();
    }

    private static LinearMemory memory(int pages, int max, Limits limits) {
        return new LinearMemory(pages, max, new CoreBudget(limits));
    }

    private static void assertTrap(Runnable access) {
        assertThatThrownBy(access::run)
                .isInstanceOf(Trap.class)
                .extracting(e -> ((Trap) e).kind())
                .isEqualTo(Trap.Kind.MEMORY_OUT_OF_BOUNDS);
    }
}
