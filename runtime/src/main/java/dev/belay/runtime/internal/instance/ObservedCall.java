package dev.belay.runtime.internal.instance;

import dev.belay.runtime.CallObserver;
import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.plan.CoreSource;
import dev.belay.runtime.internal.plan.Item;

/** A call between parts that somebody is told of. Only plans that are observed have any. */
final class ObservedCall {
    private ObservedCall() {}

    static Recipe recipe(Lowering lowering, Recipe called, CallObserver observer) {
        if (!(lowering.target() instanceof Item.Lifted lifted)) {
            return called;
        }
        String name = lifted.core() instanceof CoreSource.Export export ? export.name() : "";
        return store -> {
            var function = (CoreItem.Function) called.make(store);
            return new CoreItem.HostFunction(lowering.type(), args -> told(observer.began(store.hostCall(), name), function, args));
        };
    }

    private static long[] told(CallObserver.Ended ended, CoreItem.Function function, long[] args) {
        boolean failed = true;
        try {
            long[] results = function.call(args);
            failed = false;
            return results;
        } finally {
            ended.ended(failed);
        }
    }
}
