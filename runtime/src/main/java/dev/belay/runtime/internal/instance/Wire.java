package dev.belay.runtime.internal.instance;

import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.plan.CoreSource;

/** The way from an import of a function to what each instance has for it. */
sealed interface Wire {
    CoreItem.Function function(Store store);

    static Wire to(CoreSource source, LinkedPlan linked) {
        if (!(source instanceof CoreSource.Export export)) {
            return new ToMade(linked.madeFunctions().of(source));
        }
        return linked.shims().target(export.step(), export.name())
                .<Wire>map(target -> new PastShim(export, target, to(target.source(), linked)))
                .orElseGet(() -> new ToExport(export));
    }

    /** To one that no module defines. */
    record ToMade(MadeFunctions.Made made) implements Wire {
        @Override
        public CoreItem.Function function(Store store) {
            return (CoreItem.Function) store.made(made);
        }
    }

    /** To one that a core instance exports, and has itself. */
    record ToExport(CoreSource.Export export) implements Wire {
        @Override
        public CoreItem.Function function(Store store) {
            return (CoreItem.Function) store.exported(export);
        }
    }

    /** Straight to what a shim leads to, once that is known to be of its type. */
    record PastShim(CoreSource.Export shim, ShimCalls.Target target, Wire to) implements Wire {
        @Override
        public CoreItem.Function function(Store store) {
            return target.shape().isFound() && store.isDone(target.filledBy()) ? to.function(store) : store.function(shim);
        }
    }
}
