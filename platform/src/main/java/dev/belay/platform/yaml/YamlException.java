package dev.belay.platform.yaml;

import dev.belay.wit.error.Span;

/** A text is no YAML, or more of it than is accepted. */
public final class YamlException extends RuntimeException {
    private final transient Span span;

    YamlException(Span span, String message) {
        super(message);
        this.span = span;
    }

    public Span span() {
        return span;
    }
}
