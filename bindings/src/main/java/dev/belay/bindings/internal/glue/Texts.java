package dev.belay.bindings.internal.glue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What generated sources have that is the same for all worlds. */
public final class Texts {
    private Texts() {}

    /** @param resource beside this class */
    public static String read(String resource) {
        try (var in = Texts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
