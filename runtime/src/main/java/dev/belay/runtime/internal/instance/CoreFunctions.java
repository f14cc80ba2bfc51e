package dev.belay.runtime.internal.instance;

import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.core.HostType;
import dev.belay.runtime.internal.plan.CoreSource;
import java.util.List;

/** Core functions that no module defines: lowered component functions and built-ins. */
final class CoreFunctions {
    private static final HostType I32_TO_I32 =
            HostType.of(new CoreType.Func(List.of(CoreValType.I32), List.of(CoreValType.I32)));
    private static final HostType I32_TO_NOTHING =
            HostType.of(new CoreType.Func(List.of(CoreValType.I32), List.of()));

    private CoreFunctions() {}

    static CoreItem make(Store store, CoreSource source) {
        return switch (source) {
            case CoreSource.Lowered lowered -> {
                if (lowered.target().type().async() || lowered.options().async()) {
                    yield unsupported(AsyncSignatures.lowered(lowered));
                }
                CoreItem call = FusedCalls.make(store, lowered)
                        .or(() -> JavaCalls.imported(store, lowered))
                        .orElseGet(() -> {
                            Lowering lowering = store.linked().lowering(lowered);
                            return new CoreItem.HostFunction(lowering.type(), new LoweredCall(store, lowering)::run);
                        });
                yield store.linked()
                        .observer()
                        .map(observer -> ObservedCall.of(store, lowered, call, observer))
                        .orElse(call);
            }
            case CoreSource.ResourceNew(var type, var part) -> {
                var resource = store.linked().resource(type);
                yield new CoreItem.HostFunction(
                        I32_TO_I32,
                        args -> ResourceCalls.create(store.part(part), resource, (int) args[0]));
            }
            case CoreSource.ResourceDrop(var type, var part) -> {
                var resource = store.linked().resource(type);
                yield new CoreItem.HostFunction(
                        I32_TO_NOTHING,
                        args -> ResourceCalls.drop(store, store.part(part), resource, (int) args[0]));
            }
            case CoreSource.ResourceRep(var type, var part) -> {
                var resource = store.linked().resource(type);
                yield new CoreItem.HostFunction(
                        I32_TO_I32,
                        args -> ResourceCalls.representation(store.part(part), resource, (int) args[0]));
            }
            case CoreSource.Unsupported(_, var type) -> unsupported(type);
            case CoreSource.Export _ -> throw new IllegalStateException("an export is made by its instance");
        };
    }

    private static CoreItem unsupported(CoreType.Func type) {
        return new CoreItem.HostFunction(HostType.of(type), _ -> {
            throw new Trap(Trap.Kind.ASYNC_UNSUPPORTED);
        });
    }
}
