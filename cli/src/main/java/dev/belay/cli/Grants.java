package dev.belay.cli;

import dev.belay.runtime.Component;
import dev.belay.runtime.Instance;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkException;
import dev.belay.runtime.Linker;
import picocli.CommandLine.Mixin;

/** What a component is given of this machine: nothing unless an option says so. */
final class Grants {
    @Mixin
    private final LimitOptions limits = new LimitOptions();

    /**
     * @param file the component's name, for messages
     */
    Instance instantiate(Component component, String file) {
        try {
            return new Linker().link(component).instantiate(InstanceState.empty(), limits.over(Limits.defaults()));
        } catch (LinkException e) {
            throw new Failure(file + ": " + ErrorReport.message(e));
        }
    }
}
