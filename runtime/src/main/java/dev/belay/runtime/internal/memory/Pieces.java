package dev.belay.runtime.internal.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of one memory, 4 KiB each, that are shared until they are first written: with an image, with other memories,
 * or with the one piece of zeros. Those at the start can be taken out, into one array.
 */
final class Pieces {
    static final int SHIFT = 12;
    static final int PIECE = 1 << SHIFT;
    static final int MASK = PIECE - 1;
    private static final byte[] ZEROS = new byte[PIECE];
    private static final byte[] TAKEN = new byte[0];

    /** What to read each piece from. Its length is the memory's size, so that its bounds are the memory's. */
    private byte[][] shared;
    /** The same array where the piece is this memory's own, null where it must be copied before it is written. */
    private @Nullable byte[][] own;

    Pieces(int count) {
        this.shared = new byte[count][];
        Arrays.fill(shared, ZEROS);
        this.own = new byte[count][];
    }

    int count() {
        return shared.length;
    }

    /** The piece at an address, to read from. */
    byte[] readable(int address) {
        return shared[address >>> SHIFT];
    }

    /** The piece at an address, to write to: the memory's own from here on. */
    byte[] writable(int address) {
        int index = address >>> SHIFT;
        byte[] piece = own[index];
        return piece != null ? piece : copy(index);
    }

    private byte[] copy(int index) {
        byte[] copy = shared[index].clone();
        shared[index] = copy;
        own[index] = copy;
        return copy;
    }

    boolean isZeros(int address) {
        return readable(address) == ZEROS;
    }

    void grow(int count) {
        int from = shared.length;
        // both or none: the heap may have no room
        byte[][] moreShared = Arrays.copyOf(shared, count);
        own = Arrays.copyOf(own, count);
        shared = moreShared;
        Arrays.fill(shared, from, count, ZEROS);
    }

    void restore(MemoryImage image) {
        System.arraycopy(image.pages, 0, shared, 0, image.pages.length);
        Arrays.fill(own, null);
    }

    /** What all pieces hold; they are shared from here on. */
    MemoryImage image() {
        Arrays.fill(own, null);
        return new MemoryImage(shared.clone());
    }

    int owned() {
        int count = 0;
        for (byte[] piece : own) {
            count += piece == null ? 0 : 1;
        }
        return count;
    }

    /** Pieces up to the last one that was ever written to. */
    int used() {
        int used = shared.length;
        while (used > 0 && shared[used - 1] == ZEROS) {
            used--;
        }
        return used;
    }

    /**
     * Takes the first {@code count} pieces out; they are not to be asked for again.
     *
     * @param taken what was taken out before, if anything was: fewer of them
     */
    byte[] take(int count, byte @Nullable [] taken) {
        byte[] flat = taken == null ? new byte[count * PIECE] : Arrays.copyOf(taken, count * PIECE);
        for (int i = taken == null ? 0 : taken.length >>> SHIFT; i < count; i++) {
            if (shared[i] != ZEROS) {
                System.arraycopy(shared[i], 0, flat, i << SHIFT, PIECE);
            }
            shared[i] = TAKEN;
            own[i] = null;
        }
        return flat;
    }

    /** Puts back what was taken out. */
    void give(byte[] taken) {
        for (int i = 0; i < taken.length >>> SHIFT; i++) {
            shared[i] = Arrays.copyOfRange(taken, i << SHIFT, i + 1 << SHIFT);
        }
    }
}
