package dev.belay.wit.syntax;

import dev.belay.wit.error.Span;

/**
 * A name, without the {@code %} that may have stood before it. Equal to the same name elsewhere.
 */
public record Id(String name, Span span) {
    public static Id of(String name) {
        return new Id(name, Span.nowhere());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Id id && id.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
