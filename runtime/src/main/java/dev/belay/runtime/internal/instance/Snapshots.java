package dev.belay.runtime.internal.instance;

import dev.belay.runtime.internal.core.CoreBudget;
import dev.belay.runtime.internal.core.CoreImage;
import dev.belay.runtime.internal.core.CoreInstance;
import dev.belay.runtime.internal.core.CoreModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The snapshot of a plan's instances: what the first of them that can be is captured when it has been made, and others begin
 * there. That is what they would come to by themselves, as guests can tell one from the other by calls of the host only, and by
 * what limits refuse them. Thread-safe.
 */
final class Snapshots {
    private final boolean runsCode;
    /** Whether one may still be taken. */
    private volatile boolean wanted;

    private volatile Optional<Snapshot> taken = Optional.empty();

    Snapshots(boolean wanted, List<CoreModule> modules) {
        this.wanted = wanted;
        this.runsCode = modules.stream().anyMatch(CoreModule::runsCode);
    }

    boolean isTaken() {
        return taken.isPresent();
    }

    /** What an instance with this budget can begin with. What it would have burnt of its fuel is not known, and none is spared. */
    Optional<Snapshot> of(CoreBudget budget) {
        return runsCode && budget.call().isFueled()
                ? Optional.empty()
                : taken.filter(snapshot -> budget.covers(snapshot.taken()));
    }

    /**
     * An instance was made, and nothing has called it.
     *
     * @param alone whether the host had no part in it, and it has no handles
     */
    void offer(List<CoreInstance> instances, CoreBudget budget, boolean alone) {
        Optional<CoreBudget.Taken> used = budget.taken();
        if (!wanted || used.isEmpty()) {
            return;
        }
        wanted = false;
        if (alone) {
            taken = images(instances).map(images -> new Snapshot(images, used.get()));
        }
    }

    private static Optional<List<CoreImage>> images(List<CoreInstance> instances) {
        var images = new ArrayList<CoreImage>();
        for (CoreInstance each : instances) {
            Optional<CoreImage> image = each.image(instances);
            if (image.isEmpty()) {
                return Optional.empty();
            }
            images.add(image.get());
        }
        return Optional.of(List.copyOf(images));
    }
}
