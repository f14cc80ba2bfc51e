package dev.belay.bindings.glue;

import java.util.Arrays;
import java.util.Optional;

/** A language that there is glue for. */
public enum GlueLanguage {
    /** A header and a source, of C11. */
    C("c"),
    /** A module for Rust 1.63 and later, which needs no crate but {@code alloc}. */
    RUST("rust"),
    /** A module for Zig 0.11. */
    ZIG("zig"),
    /** Modules for AssemblyScript 0.27, and a transform for its compiler. */
    ASSEMBLYSCRIPT("assemblyscript");

    private final String text;

    GlueLanguage(String text) {
        this.text = text;
    }

    /** As users write it. */
    public String text() {
        return text;
    }

    public static Optional<GlueLanguage> of(String text) {
        return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
    }
}
