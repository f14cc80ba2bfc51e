package dev.belay.runtime.internal.instance;

import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.fuse.End;
import dev.belay.runtime.internal.plan.AbiOptions;
import dev.belay.runtime.internal.typed.ReallocCall;

/** Parts as the ends of calls. */
final class Ends {
    private Ends() {}

    static End of(Store store, Part part, AbiOptions options) {
        return new End(
                part.gate(),
                options.memory().map(store::memory),
                options.realloc().map(store::function).map(CoreItem.Function::typed).map(ReallocCall.class::cast),
                LiftedCall.reallocator(store, part, options),
                options.encoding());
    }
}
