package dev.belay.runtime;

import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.validate.ValidComponent;
import dev.belay.runtime.internal.cache.CodeStore;
import dev.belay.runtime.internal.core.CoreEngine;
import dev.belay.runtime.internal.endive.EndiveEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Loads components. Those of one engine share what is compiled of the core modules that they have in common. Thread-safe; a
 * program needs one.
 */
public final class Engine {
    private final CoreEngine core;
    private final Optional<CodeStore> cache;
    private final boolean snapshots;

    private Engine(EngineSettings settings) {
        this.cache = settings.compilation() == Compilation.OFF
                ? Optional.empty()
                : settings.cache().map(directory -> new CodeStore(directory, settings.cacheBytes()));
        this.snapshots = settings.snapshots();
        this.core = switch (settings.compilation()) {
            case OFF -> EndiveEngine.interpreting();
            case LAZY -> EndiveEngine.compiling(cache, false);
            case EAGER -> EndiveEngine.compiling(cache, true);
        };
    }

    public static Engine of(EngineSettings settings) {
        return new Engine(settings);
    }

    /** The one that {@link Component#load} uses, with the {@linkplain EngineSettings#ofSystemProperties properties}' settings. */
    public static Engine shared() {
        return Shared.ENGINE;
    }

    private static final class Shared {
        static final Engine ENGINE = of(EngineSettings.ofSystemProperties());
    }

    /**
     * @throws dev.belay.component.InvalidComponentException if the bytes are no valid component
     */
    public Component load(byte[] bytes) {
        return load(ComponentDecoder.decode(bytes));
    }

    /**
     * @throws IOException if the file cannot be read
     * @throws dev.belay.component.InvalidComponentException if the file is no valid component
     */
    public Component load(Path file) throws IOException {
        return load(Files.readAllBytes(file));
    }

    /**
     * @throws dev.belay.component.InvalidComponentException if the component is not valid
     */
    public Component load(ComponentBinary binary) {
        return Component.of(binary, core, snapshots);
    }

    /**
     * Loads a component without checking anything again but the code of core modules that it has not met before.
     *
     * @throws dev.belay.component.InvalidComponentException if that is not valid
     */
    public Component load(ValidComponent component) {
        return Component.of(component, core, snapshots);
    }

    /** Saves what was compiled and is not in the cache yet. Without this, the last second's may be missing there. */
    public void flush() {
        cache.ifPresent(CodeStore::flush);
    }
}
