package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.TypedCall;
import dev.belay.runtime.internal.typed.Values;
import org.jspecify.annotations.Nullable;

/**
 * A tail call that is left to be made.
 *
 * @param function one of this instance, unless there is a {@code call}
 */
public record Tail(int function, @Nullable TypedCall call, Values args) {}
