package dev.belay.runtime.internal.bind;

import dev.belay.runtime.internal.abi.LiftContext.HandleLifter;
import dev.belay.runtime.internal.abi.LowerContext.HandleLowerer;

/** A component's handles, as calls between it and Java move them. */
@FunctionalInterface
public interface GuestHandles {
    /** Asked for by calls that may move some. */
    Call begin();

    /** One call. */
    interface Call extends HandleLifter, HandleLowerer {
        /** The callee has returned. */
        void returned();

        /** The caller has its result. */
        void end();
    }
}
