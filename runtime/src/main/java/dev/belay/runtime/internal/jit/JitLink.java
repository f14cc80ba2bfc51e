package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.TypedCall;

/** Makes calls of one function from outside of its module. Written classes are both this and the calls. */
public interface JitLink {
    TypedCall of(JitState state);
}
