package dev.belay.runtime.internal.core;

import dev.belay.component.model.CoreType;
import dev.belay.runtime.internal.typed.Shapes;
import dev.belay.runtime.internal.typed.TypedCall;
import org.jspecify.annotations.Nullable;

/**
 * The type of core functions that are not an engine's own, with what makes calls of its shape: looked up once, not by each
 * instance. Thread-safe.
 */
public final class HostType {
    private final CoreType.Func type;
    private volatile Shapes.@Nullable Factory calls;

    private HostType(CoreType.Func type) {
        this.type = type;
    }

    public static HostType of(CoreType.Func type) {
        return new HostType(type);
    }

    public CoreType.Func type() {
        return type;
    }

    /** A call of this type that goes on to {@code body}. */
    TypedCall call(TypedCall.Body body) {
        Shapes.Factory known = calls;
        if (known == null) {
            known = CoreShapes.of(type).byArray();
            calls = known;
        }
        return known.of(body);
    }
}
