package dev.belay.runtime.internal.instance;

import dev.belay.runtime.HostFunction;
import dev.belay.runtime.internal.abi.Signature;
import dev.belay.runtime.internal.core.HostType;
import dev.belay.runtime.internal.core.StackRoom;
import dev.belay.runtime.internal.plan.AbiOptions;
import dev.belay.runtime.internal.plan.CoreSource;
import dev.belay.runtime.internal.plan.Item;
import java.util.Optional;

/** What all instances share of a function that a part imports: found once. Thread-safe. */
final class Lowering {
    private final CoreSource.Lowered source;
    private final Signature signature;
    private final HostType type;
    private final Optional<HostFunction> host;
    private volatile boolean called;

    /** @param host empty if another part has the function */
    Lowering(CoreSource.Lowered source, Signature signature, Optional<HostFunction> host) {
        this.source = source;
        this.signature = signature;
        this.type = HostType.of(signature.lowered());
        this.host = host;
    }

    Item.Func target() {
        return source.target();
    }

    AbiOptions options() {
        return source.options();
    }

    /** The index of the part that imports. */
    int part() {
        return source.part();
    }

    Signature signature() {
        return signature;
    }

    HostType type() {
        return type;
    }

    Optional<HostFunction> host() {
        return host;
    }

    /** To be called before the function of the host is. When it first is, it initialises what it needs: that has to find room. */
    void beforeCalls() {
        if (!called) {
            StackRoom.require();
            called = true;
        }
    }
}
