package dev.belay.runtime.internal.memory;

import dev.belay.runtime.internal.core.CoreBudget;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of one memory, 512 bytes each, that are shared until they are first written: with an image, with other memories,
 * or with the one piece of zeros. Those at the start can be taken out, into one array.
 *
 * <p>Pieces are held by groups of 16 KiB, which are shared like them: a table of all pieces would be most of a fresh memory.
 * A group is one array: what to read each piece from; the same where the piece is this memory's own, null where it must be
 * copied before it is written; last a mark if the array itself is this memory's own.
 */
final class Pieces {
    static final int SHIFT = 9;
    static final int PIECE = 1 << SHIFT;
    static final int MASK = PIECE - 1;
    static final int GROUP_SHIFT = 14;
    static final int GROUP = 1 << GROUP_SHIFT;
    private static final int COUNT = GROUP / PIECE;
    private static final int MARK = 2 * COUNT;

    private static final byte[] ZEROS = new byte[PIECE];
    private static final byte[] NOTHING = new byte[0];
    private static final byte[][] ZERO_GROUP = group(ZEROS);
    /** Nothing is found in it, to read or to write. */
    private static final byte[][] TAKEN = takenGroup();

    private final CoreBudget budget;
    /** Its length is the memory's size, so that its bounds are the memory's. */
    private byte[][][] groups;

    /** @param count of groups */
    Pieces(int count, CoreBudget budget) {
        this.budget = budget;
        this.groups = new byte[count][][];
        Arrays.fill(groups, ZERO_GROUP);
    }

    Pieces(MemoryImage image, CoreBudget budget) {
        this.budget = budget;
        this.groups = image.groups.clone();
    }

    private static byte[][] group(byte[] piece) {
        var group = new byte[MARK + 1][];
        Arrays.fill(group, 0, COUNT, piece);
        return group;
    }

    private static byte[][] takenGroup() {
        byte[][] group = group(NOTHING);
        Arrays.fill(group, COUNT, MARK, NOTHING);
        return group;
    }

    /** How many groups there are. */
    int count() {
        return groups.length;
    }

    /** All groups, for {@link #readable(byte[][][], int)} and {@link #writable}, until they grow. */
    byte[][][] groups() {
        return groups;
    }

    /** The piece at an address, to read from. */
    static byte[] readable(byte[][][] groups, int address) {
        return groups[address >>> GROUP_SHIFT][address >>> SHIFT & COUNT - 1];
    }

    /** The piece at an address, to write to, if it is the memory's own already. */
    static byte @Nullable [] writable(byte[][][] groups, int address) {
        return groups[address >>> GROUP_SHIFT][COUNT + (address >>> SHIFT & COUNT - 1)];
    }

    /**
     * The piece at an address, to write to, if it was not the memory's own: it is from here on.
     *
     * @throws dev.belay.runtime.Trap if the host does not let it
     */
    byte[] copy(int address) {
        byte[][] group = groups[address >>> GROUP_SHIFT];
        if (group[MARK] == null) {
            budget.hold(GROUP);
            group = group.clone();
            group[MARK] = NOTHING;
            groups[address >>> GROUP_SHIFT] = group;
        }
        int index = address >>> SHIFT & COUNT - 1;
        byte[] copy = group[index].clone();
        group[index] = copy;
        group[COUNT + index] = copy;
        return copy;
    }

    boolean isZeros(int address) {
        return readable(groups, address) == ZEROS;
    }

    /** @param count of groups, more than there are; nothing has changed if the heap has no room */
    void grow(int count) {
        int from = groups.length;
        byte[][][] more = Arrays.copyOf(groups, count);
        Arrays.fill(more, from, count, ZERO_GROUP);
        groups = more;
    }

    void restore(MemoryImage image) {
        System.arraycopy(image.groups, 0, groups, 0, image.groups.length);
    }

    /** What all pieces hold; they are shared from here on. */
    MemoryImage image() {
        for (byte[][] group : groups) {
            if (group[MARK] != null) {
                Arrays.fill(group, COUNT, MARK + 1, null);
            }
        }
        return new MemoryImage(groups.clone());
    }

    /** How many pieces are this memory's own. */
    int owned() {
        int count = 0;
        for (byte[][] group : groups) {
            for (int i = COUNT; i < MARK && group[MARK] != null; i++) {
                count += group[i] == null ? 0 : 1;
            }
        }
        return count;
    }

    /** How many groups of those from one to another are this memory's own. */
    int ownGroups(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += groups[i][MARK] == null ? 0 : 1;
        }
        return count;
    }

    /** Groups up to the last one that was ever written to. */
    int used() {
        int used = groups.length;
        while (used > 0 && groups[used - 1] == ZERO_GROUP) {
            used--;
        }
        return used;
    }

    /**
     * Takes the first {@code count} groups out; they are not to be asked for again.
     *
     * @param taken what was taken out before, if anything was: fewer of them
     */
    byte[] take(int count, byte @Nullable [] taken) {
        byte[] flat = taken == null ? new byte[count * GROUP] : Arrays.copyOf(taken, count * GROUP);
        for (int i = taken == null ? 0 : taken.length >>> GROUP_SHIFT; i < count; i++) {
            for (int j = 0; j < COUNT && groups[i] != ZERO_GROUP; j++) {
                if (groups[i][j] != ZEROS) {
                    System.arraycopy(groups[i][j], 0, flat, i << GROUP_SHIFT | j << SHIFT, PIECE);
                }
            }
            groups[i] = TAKEN;
        }
        return flat;
    }

    /** Puts back what was taken out. */
    void give(byte[] taken) {
        for (int i = 0; i < taken.length >>> GROUP_SHIFT; i++) {
            byte[][] group = group(ZEROS);
            for (int j = 0; j < COUNT; j++) {
                int start = i << GROUP_SHIFT | j << SHIFT;
                if (!Arrays.equals(taken, start, start + PIECE, ZEROS, 0, PIECE)) {
                    group[j] = Arrays.copyOfRange(taken, start, start + PIECE);
                }
            }
            groups[i] = group;
        }
    }
}
