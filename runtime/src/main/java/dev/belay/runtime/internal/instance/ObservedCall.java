package dev.belay.runtime.internal.instance;

import dev.belay.runtime.CallObserver;
import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.plan.CoreSource;
import dev.belay.runtime.internal.plan.Item;

/** A call between parts that somebody is told of. Only plans that are observed have any. */
final class ObservedCall {
    private ObservedCall() {}

    static CoreItem of(Store store, CoreSource.Lowered lowered, CoreItem called, CallObserver observer) {
        if (!(called instanceof CoreItem.Function function) || !(lowered.target() instanceof Item.Lifted lifted)) {
            return called;
        }
        String name = lifted.core() instanceof CoreSource.Export export ? export.name() : "";
        return new CoreItem.HostFunction(store.linked().lowering(lowered).type(), args -> {
            CallObserver.Ended ended = observer.began(store.hostCall(), name);
            boolean failed = true;
            try {
                long[] results = function.call(args);
                failed = false;
                return results;
            } finally {
                ended.ended(failed);
            }
        });
    }
}
