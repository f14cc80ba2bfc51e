package dev.belay.wasi.io;

import java.util.Optional;

/**
 * Why an operation failed: the resource {@code error}.
 *
 * @param text what {@code to-debug-string} gives; nothing that only the host should know
 * @param detail what {@code filesystem-error-code} or {@code http-error-code} gives for it, if it is of that kind
 */
public record IoError(String text, Optional<Object> detail) {
    public static IoError of(String text) {
        return new IoError(text, Optional.empty());
    }
}
