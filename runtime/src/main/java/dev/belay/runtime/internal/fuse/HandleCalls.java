package dev.belay.runtime.internal.fuse;

import dev.belay.runtime.internal.abi.LiftContext.HandleLifter;
import dev.belay.runtime.internal.abi.LowerContext.HandleLowerer;

/** What a call does for the handles that its function type has. */
@FunctionalInterface
public interface HandleCalls {

    Call begin();

    /** One call: each end takes handles out of its table and puts them into it. */
    interface Call {
        HandleLifter liftFromCaller();

        HandleLowerer lowerToCallee();

        HandleLifter liftFromCallee();

        HandleLowerer lowerToCaller();

        /** The callee has returned. */
        void returned();

        /** The caller has its result. */
        void end();
    }
}
