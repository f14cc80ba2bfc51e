package dev.belay.conformance;

/** A directive did not go as it should: what was expected and what was found. */
final class Mismatch extends RuntimeException {
    Mismatch(String expected, Object found) {
        super("expected " + expected + ", found " + found);
    }
}
