package dev.belay.runtime.internal.fuse;

import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ResourceType;
import dev.belay.runtime.internal.typed.Shapes;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How to call functions of one type from component to component.
 *
 * @param resources the function type's resource types; written code knows them by their place here
 */
public record Fusion(Fused prototype, List<ResourceType> resources) {
    /** Compositions share classes; those that no composition uses any more go. */
    private static final ConcurrentHashMap<String, WeakReference<Fused>> KNOWN = new ConcurrentHashMap<>();

    /**
     * @param postReturn whether the lifted function has one
     * @return empty if there are values that are not passed so: asynchronous ones, or too many for a JVM method
     */
    public static Optional<Fusion> of(FunctionType type, boolean postReturn) {
        FuseKey key = FuseKey.of(type, postReturn);
        if (!key.isPossible()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Fusion(prototype(type, key, postReturn), List.copyOf(key.resources())));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // a method would be too large
        }
    }

    private static Fused prototype(FunctionType type, FuseKey key, boolean postReturn) {
        Fused known = known(key.text());
        if (known != null) {
            return known;
        }
        Fused made = (Fused) Shapes.hidden(new FuseWriter(type, key, postReturn).write());
        KNOWN.values().removeIf(reference -> reference.get() == null);
        KNOWN.put(key.text(), new WeakReference<>(made));
        return made;
    }

    private static @Nullable Fused known(String key) {
        WeakReference<Fused> reference = KNOWN.get(key);
        return reference == null ? null : reference.get();
    }
}
