package dev.belay.component.abi;

/**
 * The room that a value takes in linear memory.
 *
 * @param size in bytes, a multiple of the alignment; a long, since fixed-length lists can exceed 4 GiB
 * @param alignment in bytes: 1, 2, 4 or 8
 */
public record Extent(long size, int alignment) {
    static Extent of(int bytes) {
        return new Extent(bytes, bytes);
    }
}
