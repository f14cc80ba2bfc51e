package dev.belay.runtime.internal.core;

import java.util.Optional;

/** A core instance: its exports by name. */
public interface CoreInstance {
    Optional<CoreItem> export(String name);
}
