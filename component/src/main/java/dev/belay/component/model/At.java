package dev.belay.component.model;

/**
 * A definition and the offset in the file, in bytes, where its encoding starts.
 *
 * <p>Two of them are equal if their definitions are: where a thing stands is no part of what it says.
 *
 * @param it the definition
 * @param offset bytes from the start of the outermost file; 0 for a definition that was never read from one
 */
public record At<T>(T it, int offset) {

    public static <T> At<T> nowhere(T it) {
        return new At<>(it, 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof At<?> at && at.it.equals(it);
    }

    @Override
    public int hashCode() {
        return it.hashCode();
    }

    @Override
    public String toString() {
        return it + "@" + Integer.toHexString(offset);
    }
}
