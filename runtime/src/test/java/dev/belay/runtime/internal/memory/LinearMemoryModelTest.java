package dev.belay.runtime.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.runtime.Limits;
import dev.belay.runtime.internal.core.CoreBudget;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is done to a memory, in pieces, in one array or partly so, it holds what an array of bytes holds. */
class LinearMemoryModelTest {
    private static final int PAGE = LinearMemory.WASM_PAGE;
    private static final int MAX_PAGES = 40;

    private final LinearMemory memory = new LinearMemory(1, MAX_PAGES, new CoreBudget(Limits.defaults()));
    private ByteBuffer model = ByteBuffer.allocate(PAGE).order(ByteOrder.LITTLE_ENDIAN);

    @Property(tries = 200)
    void holdsWhatAnArrayHolds(@ForAll long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            step(random);
        }
        assertThat(memory.read(0, memory.size())).isEqualTo(model.array());
        assertThat(memory.size()).isEqualTo(model.capacity());
    }

    private void step(Random random) {
        int at = near(random, model.capacity() - 8);
        long value = random.nextLong();
        switch (random.nextInt(12)) {
            case 0 -> {
                memory.writeByte(at, (byte) value);
                model.put(at, (byte) value);
            }
            case 1 -> {
                memory.writeShort(at, (short) value);
                model.putShort(at, (short) value);
            }
            case 2 -> {
                memory.writeInt(at, (int) value);
                model.putInt(at, (int) value);
            }
            case 3 -> {
                memory.writeLong(at, value);
                model.putLong(at, value);
            }
            case 4 -> {
                memory.pieceWriteInt(at, (int) value);
                model.putInt(at, (int) value);
            }
            case 5 -> {
                assertThat(memory.readLong(at)).isEqualTo(model.getLong(at));
                assertThat(memory.pieceReadLong(at)).isEqualTo(model.getLong(at));
                assertThat(memory.pieceReadInt(at)).isEqualTo(model.getInt(at));
                assertThat(memory.readShort(at)).isEqualTo(model.getShort(at));
            }
            case 6 -> {
                int length = random.nextInt(model.capacity() - at);
                memory.fill(at, length, (byte) value);
                Arrays.fill(model.array(), at, at + length, (byte) value);
            }
            case 7 -> {
                int to = near(random, model.capacity() - 8);
                int length = random.nextInt(model.capacity() - Math.max(at, to));
                LinearMemory.copy(memory, at, memory, to, length);
                System.arraycopy(model.array(), at, model.array(), to, length);
            }
            case 8 -> {
                byte[] bytes = new byte[random.nextInt(Math.min(3 * Pieces.PIECE, model.capacity() - at))];
                random.nextBytes(bytes);
                memory.write(at, bytes, 0, bytes.length);
                model.put(at, bytes);
            }
            case 9 -> memory.ran(random.nextInt(2 * PAGE));
            case 10 -> grow(random.nextInt(3));
            default -> {
                if (random.nextInt(10) == 0) {
                    memory.image();
                }
            }
        }
    }

    private void grow(int pages) {
        if (memory.grow(pages) >= 0) {
            model = ByteBuffer.wrap(Arrays.copyOf(model.array(), model.capacity() + pages * PAGE))
                    .order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /** An address below {@code end}, most often about the end of a piece. */
    private static int near(Random random, int end) {
        int anywhere = random.nextInt(end);
        return random.nextInt(4) == 0 ? anywhere : Math.clamp((anywhere & -Pieces.PIECE) + random.nextInt(16) - 8, 0, end);
    }
}
