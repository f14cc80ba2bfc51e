package dev.belay.runtime.internal.plan;

import dev.belay.component.model.CanonOption.StringEncoding;
import java.util.Optional;

/** The options of a canonical definition, with indices followed. */
public record AbiOptions(
        StringEncoding encoding,
        Optional<CoreSource> memory,
        Optional<CoreSource> realloc,
        Optional<CoreSource> postReturn,
        boolean async) {}
