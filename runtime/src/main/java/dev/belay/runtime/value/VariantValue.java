package dev.belay.runtime.value;

import java.util.Optional;

/**
 * One case of a variant.
 *
 * @param label as WIT writes it, in kebab-case
 */
public record VariantValue(String label, Optional<Object> payload) {
    public static VariantValue of(String label) {
        return new VariantValue(label, Optional.empty());
    }

    public static VariantValue of(String label, Object payload) {
        return new VariantValue(label, Optional.of(payload));
    }
}
