package dev.belay.wasi;

import dev.belay.runtime.HostInterface;

/** Begins the definition of a WASI interface. */
public final class Interfaces {
    private Interfaces() {}

    /** @param name without a version, such as {@code wasi:io/streams} */
    public static HostInterface.Builder builder(String name) {
        return HostInterface.builder(WasiWit.versioned(name), WasiWit.type(name));
    }
}
