package dev.belay.runtime;

import java.util.Collection;

/** Host interfaces by name, to link components against. Not thread-safe; what it links is. */
public final class Linker {

    /** Adds an interface; a later one of the same name replaces an earlier one. */
    public Linker define(HostInterface hostInterface) {
        throw new UnsupportedOperationException();
    }

    public Linker define(Collection<HostInterface> hostInterfaces) {
        hostInterfaces.forEach(this::define);
        return this;
    }

    /** Adds a function that the component imports by a plain name. */
    public Linker define(String name, dev.belay.component.type.FunctionType type, HostFunction function) {
        throw new UnsupportedOperationException();
    }

    /**
     * @throws LinkException if an import is missing or does not fit; it lists all of them
     */
    public LinkedComponent link(Component component) {
        throw new UnsupportedOperationException();
    }
}
