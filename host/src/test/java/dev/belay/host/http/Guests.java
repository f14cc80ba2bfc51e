package dev.belay.host.http;

import dev.belay.runtime.Component;
import dev.belay.runtime.LinkedComponent;
import dev.belay.runtime.Linker;
import dev.belay.wasi.Wasi;
import dev.belay.wasi.http.HttpInterfaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The components of {@code examples/guests}, linked once. */
final class Guests {
    private static final Map<String, LinkedComponent> LINKED = new ConcurrentHashMap<>();

    private Guests() {}

    static LinkedComponent linked(String name) {
        return LINKED.computeIfAbsent(name, Guests::link);
    }

    private static LinkedComponent link(String name) {
        try {
            return new Linker()
                    .define(Wasi.interfaces())
                    .define(HttpInterfaces.all())
                    .link(Component.load(Path.of("..", "examples", "guests", name, name + ".wasm")));
        } catch (IOException e) {
            throw new IllegalStateException("expected the guest " + name + " in examples/guests", e);
        }
    }
}
