package dev.belay.runtime.internal.instance;

import dev.belay.runtime.HostFunction;
import dev.belay.runtime.internal.abi.Flat;
import dev.belay.runtime.internal.abi.LiftContext;
import dev.belay.runtime.internal.abi.LowerContext;
import dev.belay.runtime.internal.abi.Signature;
import dev.belay.runtime.internal.memory.LinearMemory;
import dev.belay.runtime.internal.plan.AbiOptions;
import dev.belay.runtime.internal.plan.Item;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A core call of a lowered function: {@code canon lower}. */
final class LoweredCall {
    private final Store store;
    private final Lowering lowered;
    private final Part part;
    private final Signature signature;
    private final LowerContext.Reallocator reallocator;
    /** Found by the first call: when this is made, the instance whose memory it is may not be. */
    private @Nullable Optional<LinearMemory> memory;

    LoweredCall(Store store, Lowering lowered) {
        this.store = store;
        this.lowered = lowered;
        this.part = store.part(lowered.part());
        this.signature = lowered.signature();
        this.reallocator = LiftedCall.reallocator(store, part, lowered.options());
    }

    private Optional<LinearMemory> memory() {
        if (memory == null) {
            memory = lowered.options().memory().map(store::memory);
        }
        return memory;
    }

    long[] run(long[] flatArgs) {
        Optional<HostFunction> host = lowered.host();
        if (host.isPresent()) {
            lowered.beforeCalls();
            store.reachHost();
        }
        part.requireMayLeave();
        AbiOptions options = lowered.options();
        Optional<LinearMemory> memory = memory();
        var scope = new CallScope();
        var handles = new PartHandles(store, part, scope);
        boolean toGuest = lowered.target() instanceof Item.Lifted;

        Flat flat = Flat.reading(flatArgs);
        Object[] args = signature.liftParams(new LiftContext(memory, options.encoding(), handles, toGuest), flat);
        var lowering = new LowerContext(memory, reallocator, options.encoding(), handles);
        long[] results =
                switch (lowered.target()) {
                    case Item.Imported _ -> {
                        Object result = host.orElseThrow().call(store.hostCall(), args);
                        yield signature.lowerResult(lowering, Optional.ofNullable(result), flat);
                    }
                    case Item.Lifted guest -> {
                        var lowerings = new long[1][];
                        new LiftedCall(store, guest)
                                .run(
                                        Optional.of(part),
                                        args,
                                        result -> lowerings[0] = signature.lowerResult(lowering, result, flat),
                                        true);
                        yield lowerings[0];
                    }
                };
        handles.endBorrows();
        scope.end();
        return results;
    }
}
