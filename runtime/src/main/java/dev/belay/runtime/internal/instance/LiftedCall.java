package dev.belay.runtime.internal.instance;

import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.abi.LiftContext;
import dev.belay.runtime.internal.abi.LowerContext;
import dev.belay.runtime.internal.abi.Signature;
import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.plan.AbiOptions;
import dev.belay.runtime.internal.plan.Item;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A call of a lifted function: {@code canon lift}. */
final class LiftedCall {
    private final Store store;
    private final Item.Lifted function;
    private final Part part;
    private final Signature signature;

    LiftedCall(Store store, Item.Lifted function) {
        if (function.options().async()) {
            throw new Trap(Trap.Kind.ASYNC_UNSUPPORTED);
        }
        this.store = store;
        this.function = function;
        this.part = store.part(function.part());
        this.signature = store.linked().signature(function.type());
    }

    /**
     * @param caller the part that calls; empty for the host
     * @param onResult gets the result before {@code post-return} runs
     * @param toGuest whether the result goes to another part
     */
    void run(Optional<Part> caller, Object[] args, Consumer<Optional<Object>> onResult, boolean toGuest) {
        part.requireNoKin(caller);
        part.enterFrom(caller);
        AbiOptions options = function.options();
        var memory = options.memory().map(store::memory);
        var scope = new CallScope();
        var handles = new PartHandles(store, part, scope);
        var lowering = new LowerContext(memory, reallocator(store, part, options), options.encoding(), handles);

        long[] results = store.function(function.core()).call(signature.lowerParams(lowering, args));
        var lifting = new LiftContext(memory, options.encoding(), handles, toGuest);
        Optional<Object> result = signature.liftResult(lifting, results);
        if (scope.holdsBorrows()) {
            throw new Trap(Trap.Kind.BORROWS_REMAIN);
        }
        onResult.accept(result);
        if (options.postReturn().isPresent()) {
            CoreItem.Function postReturn = store.function(options.postReturn().get());
            part.withoutLeaving(() -> postReturn.call(results));
        }
        part.leaveTo(caller);
    }

    static LowerContext.Reallocator reallocator(Store store, Part part, AbiOptions options) {
        return new Realloc(store, part, options);
    }

    /** A part's {@code realloc}, found when it is first called. */
    private static final class Realloc implements LowerContext.Reallocator {
        private final Store store;
        private final Part part;
        private final AbiOptions options;
        private CoreItem.@Nullable Function function;

        Realloc(Store store, Part part, AbiOptions options) {
            this.store = store;
            this.part = part;
            this.options = options;
        }

        @Override
        public int reallocate(int old, int oldBytes, int alignment, int bytes) {
            CoreItem.Function realloc = function();
            long[] result = part.withoutLeaving(() -> realloc.call(
                    Integer.toUnsignedLong(old),
                    Integer.toUnsignedLong(oldBytes),
                    Integer.toUnsignedLong(alignment),
                    Integer.toUnsignedLong(bytes)));
            return (int) result[0];
        }

        private CoreItem.Function function() {
            CoreItem.Function known = function;
            if (known == null) {
                known = store.function(options.realloc().orElseThrow());
                function = known;
            }
            return known;
        }
    }
}
