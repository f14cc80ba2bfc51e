package dev.belay.runtime.internal.fuse;

import dev.belay.runtime.internal.typed.TypedCall;

/** Makes lowered functions of one function type. Written classes are both this and the functions. */
public interface Fused {
    TypedCall of(Crossing crossing);
}
