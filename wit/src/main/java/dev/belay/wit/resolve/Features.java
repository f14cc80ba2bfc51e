package dev.belay.wit.resolve;

import dev.belay.wit.syntax.Annotation;
import dev.belay.wit.syntax.Meta;
import java.util.Optional;
import java.util.Set;

/** Which {@code @unstable} features are active. */
public final class Features {
    private static final Features NONE = new Features(false, Set.of());
    private static final Features ALL = new Features(true, Set.of());

    private final boolean all;
    private final Set<String> names;

    private Features(boolean all, Set<String> names) {
        this.all = all;
        this.names = Set.copyOf(names);
    }

    public static Features none() {
        return NONE;
    }

    public static Features all() {
        return ALL;
    }

    public static Features of(Set<String> names) {
        return new Features(false, names);
    }

    boolean active(Meta meta) {
        return inactiveFeature(meta).isEmpty();
    }

    /** The feature that leaves out what {@code meta} stands before. */
    Optional<String> inactiveFeature(Meta meta) {
        if (!all) {
            for (Annotation annotation : meta.annotations()) {
                if (annotation instanceof Annotation.Unstable unstable
                        && !names.contains(unstable.feature().name())) {
                    return Optional.of(unstable.feature().name());
                }
            }
        }
        return Optional.empty();
    }
}
