package dev.belay.runtime;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Host objects that belong to one instance, by their type: how host functions find what they work on. They are few, and made
 * for each instance: a chain is the cheapest to make and quick enough to search.
 */
public final class InstanceState {
    private static final InstanceState EMPTY = new InstanceState(null, Void.class, "");

    /** Null at the end of the chain, where there is no object of anybody's. */
    private final @Nullable InstanceState others;

    private final Class<?> type;
    private final Object object;

    private InstanceState(@Nullable InstanceState others, Class<?> type, Object object) {
        this.others = others;
        this.type = type;
        this.object = object;
    }

    public static InstanceState empty() {
        return EMPTY;
    }

    public static <T> InstanceState of(Class<T> type, T object) {
        return EMPTY.with(type, object);
    }

    /** The same with one object more, in the place of one of that type if there is one. */
    public <T> InstanceState with(Class<T> itsType, T itsObject) {
        return new InstanceState(this, itsType, itsObject);
    }

    public <T> Optional<T> find(Class<T> wanted) {
        for (InstanceState at = this; at.others != null; at = at.others) {
            if (at.type == wanted) {
                return Optional.of(wanted.cast(at.object));
            }
        }
        return Optional.empty();
    }

    /**
     * @throws NoSuchElementException if the instance was made without one
     */
    public <T> T get(Class<T> wanted) {
        return find(wanted)
                .orElseThrow(() -> new NoSuchElementException(
                        "expected host state of type " + wanted.getName() + ", found none: give it to instantiate()"));
    }
}
