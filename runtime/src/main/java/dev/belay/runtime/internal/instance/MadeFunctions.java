package dev.belay.runtime.internal.instance;

import dev.belay.runtime.internal.core.StackRoom;
import dev.belay.runtime.internal.plan.CoreSource;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The core functions of a plan that no module defines, numbered as they are asked for. Thread-safe. */
final class MadeFunctions {
    private final LinkedPlan linked;
    /** By identity: the planner makes one source object for each definition, and comparing them by content is slow. */
    private final Map<CoreSource, Made> all = new IdentityHashMap<>();
    private volatile int count;

    MadeFunctions(LinkedPlan linked) {
        this.linked = linked;
    }

    /** Which of them it is, and how instances get it. */
    final class Made {
        private final int number;
        private final CoreSource source;
        private volatile @Nullable Recipe recipe;

        private Made(int number, CoreSource source) {
            this.number = number;
            this.source = source;
        }

        int number() {
            return number;
        }

        /** Found when it is first asked for: until then, one that cannot be called does no harm. */
        Recipe recipe() {
            Recipe known = recipe;
            if (known == null) {
                StackRoom.require();
                known = CoreFunctions.recipe(linked, source);
                recipe = known;
            }
            return known;
        }
    }

    synchronized Made of(CoreSource source) {
        Made known = all.get(source);
        if (known == null) {
            StackRoom.require();
            known = new Made(all.size(), source);
            all.put(source, known);
            count = all.size();
        }
        return known;
    }

    /** How many there are as yet. */
    int count() {
        return count;
    }
}
