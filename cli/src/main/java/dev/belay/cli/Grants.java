package dev.belay.cli;

import dev.belay.runtime.Component;
import dev.belay.runtime.Instance;
import dev.belay.runtime.Linker;

/** What a component is given of this machine: nothing unless an option says so. */
final class Grants {

    /**
     * @param file the component's name, for messages
     */
    Instance instantiate(Component component, String file, Streams streams) {
        return new Linker().link(component).instantiate();
    }
}
