package dev.belay.component.type;

import java.util.List;

/**
 * Where an actual type is not what was expected of it.
 *
 * @param path the way there, outermost first: names of imports and exports, then {@code param len}, {@code result}, …
 * @param expected what the expected type has there, in the manner of WIT, shortened if long
 * @param found what the actual type has there, likewise
 */
public record Mismatch(List<String> path, String expected, String found) {
    public Mismatch {
        path = List.copyOf(path);
    }

    /** The path in one line: {@code wasi:io/streams@0.2.6 » [method]input-stream.read » param len}. */
    public String place() {
        return String.join(" » ", path);
    }

    @Override
    public String toString() {
        String what = "expected " + expected + ", found " + found;
        return path.isEmpty() ? what : place() + ": " + what;
    }
}
