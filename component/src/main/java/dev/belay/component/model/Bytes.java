package dev.belay.component.model;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A range of a byte array, compared by content.
 *
 * <p>The array is shared, not copied: whoever makes one promises not to write to the array again.
 */
public final class Bytes {
    private static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

    private final byte[] array;
    private final int offset;
    private final int size;

    private Bytes(byte[] array, int offset, int size) {
        this.array = array;
        this.offset = offset;
        this.size = size;
    }

    public static Bytes empty() {
        return EMPTY;
    }

    public static Bytes of(byte... array) {
        return new Bytes(array, 0, array.length);
    }

    /**
     * @throws IndexOutOfBoundsException if the range is not within the array
     */
    public static Bytes of(byte[] array, int offset, int size) {
        java.util.Objects.checkFromIndexSize(offset, size, array.length);
        return new Bytes(array, offset, size);
    }

    /** The backing array, to be read only, from {@link #offset()} for {@link #size()} bytes. */
    public byte[] array() {
        return array;
    }

    public int offset() {
        return offset;
    }

    public int size() {
        return size;
    }

    public byte get(int index) {
        java.util.Objects.checkIndex(index, size);
        return array[offset + index];
    }

    public Bytes slice(int from, int length) {
        java.util.Objects.checkFromIndexSize(from, length, size);
        return new Bytes(array, offset + from, length);
    }

    public byte[] toByteArray() {
        return Arrays.copyOfRange(array, offset, offset + size);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that
                && Arrays.equals(
                        array, offset, offset + size, that.array, that.offset, that.offset + that.size);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + array[offset + i];
        }
        return hash;
    }

    /** The size, and the first bytes in hexadecimal. */
    @Override
    public String toString() {
        int shown = Math.min(size, 16);
        String head = HexFormat.of().formatHex(array, offset, offset + shown);
        return "Bytes[" + size + ": " + head + (shown < size ? "…" : "") + "]";
    }
}
