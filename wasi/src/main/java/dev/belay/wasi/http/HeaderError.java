package dev.belay.wasi.http;

import dev.belay.runtime.value.VariantValue;

/** Why fields cannot be changed as asked: {@code wasi:http/types.header-error}. */
enum HeaderError {
    INVALID_SYNTAX("invalid-syntax"),
    FORBIDDEN("forbidden"),
    IMMUTABLE("immutable");

    private final String label;

    HeaderError(String label) {
        this.label = label;
    }

    VariantValue toVariant() {
        return VariantValue.of(label);
    }
}
