package dev.belay.runtime.internal.instance;

import dev.belay.runtime.internal.plan.CoreSource;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the functions come from that the module of a step imports: found when one is first called, and then the same for all
 * instances. Thread-safe.
 */
final class Wires {
    private final LinkedPlan linked;
    private volatile @Nullable Wire[] wires = {};

    Wires(LinkedPlan linked) {
        this.linked = linked;
    }

    /**
     * @param index of the import among the module's imports of functions
     * @param source of what is given for it, if it is not known yet
     */
    Wire wire(int index, Supplier<CoreSource> source) {
        Wire[] known = wires;
        Wire wire = index < known.length ? known[index] : null;
        return wire == null ? find(index, source.get()) : wire;
    }

    private synchronized Wire find(int index, CoreSource source) {
        Wire wire = Wire.to(source, linked);
        @Nullable Wire[] next = Arrays.copyOf(wires, Math.max(wires.length, index + 1));
        next[index] = wire;
        wires = next;
        return wire;
    }
}
