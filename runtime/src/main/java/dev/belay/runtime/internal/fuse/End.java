package dev.belay.runtime.internal.fuse;

import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.runtime.internal.abi.LowerContext;
import dev.belay.runtime.internal.memory.LinearMemory;
import dev.belay.runtime.internal.typed.ReallocCall;
import java.util.Optional;

/**
 * One of the two components of a call.
 *
 * @param realloc as its {@code canon} definition names it
 * @param reallocator the same, for strings that are encoded anew
 */
public record End(
        Gate gate,
        Optional<LinearMemory> memory,
        Optional<ReallocCall> realloc,
        LowerContext.Reallocator reallocator,
        StringEncoding encoding) {}
