package dev.belay.runtime.internal.abi;

import dev.belay.runtime.internal.plan.CoreSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A resource type as instances see it: equal to itself only.
 */
public final class RuntimeResource {
    private final String name;
    private final OptionalInt part;
    private final Optional<CoreSource> guestDestructor;
    private final Consumer<Object> hostDestructor;

    private RuntimeResource(
            String name, OptionalInt part, Optional<CoreSource> guestDestructor, Consumer<Object> hostDestructor) {
        this.name = name;
        this.part = part;
        this.guestDestructor = guestDestructor;
        this.hostDestructor = hostDestructor;
    }

    public static RuntimeResource ofGuest(String name, int part, Optional<CoreSource> destructor) {
        return new RuntimeResource(name, OptionalInt.of(part), destructor, _ -> {});
    }

    public static RuntimeResource ofHost(String name, Consumer<Object> destructor) {
        return new RuntimeResource(name, OptionalInt.empty(), Optional.empty(), destructor);
    }

    public String name() {
        return name;
    }

    /** The part that defines it; empty if the host does. */
    public OptionalInt part() {
        return part;
    }

    public Optional<CoreSource> guestDestructor() {
        return guestDestructor;
    }

    public Consumer<Object> hostDestructor() {
        return hostDestructor;
    }
}
