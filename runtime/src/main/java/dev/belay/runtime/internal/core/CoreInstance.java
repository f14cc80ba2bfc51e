package dev.belay.runtime.internal.core;

import java.util.List;
import java.util.Optional;

/** A core instance: its exports by name. */
public interface CoreInstance {
    Optional<CoreItem> export(String name);

    /**
     * What it holds now, of memories, tables and globals that it defines.
     *
     * @param all core instances that it can refer to, in order
     * @return empty if it holds objects that others would share with it
     */
    Optional<CoreImage> image(List<CoreInstance> all);

    /**
     * Lets one that was restored refer to others.
     *
     * @param all in the order that they had when the image was made
     */
    void connect(List<CoreInstance> all);
}
