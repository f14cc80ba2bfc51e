package dev.belay.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Host objects that belong to one instance, by their type: how host functions find what they work on. */
public final class InstanceState {
    private static final InstanceState EMPTY = new InstanceState(Map.of());

    private final Map<Class<?>, Object> objects;

    private InstanceState(Map<Class<?>, Object> objects) {
        this.objects = objects;
    }

    public static InstanceState empty() {
        return EMPTY;
    }

    public static <T> InstanceState of(Class<T> type, T object) {
        return EMPTY.with(type, object);
    }

    public <T> InstanceState with(Class<T> type, T object) {
        var more = new HashMap<>(objects);
        more.put(type, object);
        return new InstanceState(more);
    }

    public <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(type.cast(objects.get(type)));
    }

    /**
     * @throws NoSuchElementException if the instance was made without one
     */
    public <T> T get(Class<T> type) {
        return find(type)
                .orElseThrow(() -> new NoSuchElementException(
                        "expected host state of type " + type.getName() + ", found none: give it to instantiate()"));
    }
}
