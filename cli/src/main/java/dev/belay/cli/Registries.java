package dev.belay.cli;

import dev.belay.platform.manifest.RemoteComponents;
import dev.belay.platform.registry.Fetched;
import dev.belay.platform.registry.Reference;
import dev.belay.platform.registry.Registry;
import dev.belay.platform.registry.RegistrySettings;
import dev.belay.platform.registry.Surface;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The registries that a command uses, as its user may; says on the terminal how far it is. Starts with the first reference. */
final class Registries implements RemoteComponents, AutoCloseable {
    private static final long PAUSE = Duration.ofMillis(100).toNanos();

    private final Progress progress;
    private long shown = System.nanoTime();
    private Optional<Registry> started = Optional.empty();

    private Registries(Progress progress) {
        this.progress = progress;
    }

    static Registries on(Streams streams) {
        return new Registries(Progress.on(streams));
    }

    /**
     * @param text as the user gave it
     * @throws Failure if it is no reference
     */
    static Reference reference(String text) {
        try {
            return Reference.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Failure(text + ": " + ErrorReport.message(e), ExitCode.USAGE);
        }
    }

    @Override
    public Fetched fetch(Reference reference) {
        return registry().fetch(reference);
    }

    /** @return with the digest that it has there */
    Reference push(Reference reference, byte[] component, Surface surface) {
        return registry().push(reference, component, surface);
    }

    private synchronized Registry registry() {
        if (started.isEmpty()) {
            started = Optional.of(new Registry(settings()));
        }
        return started.get();
    }

    private RegistrySettings settings() {
        var settings = RegistrySettings.of(System.getenv(), Path.of(System.getProperty("user.home", ""))).withTransfers(this::show);
        return CacheLocation.components().map(settings::withCache).orElse(settings);
    }

    /** Bytes come a hundred thousand times, and of several components at once: a terminal is told now and then. */
    private synchronized void show(Reference reference, long bytes, long of) {
        long now = System.nanoTime();
        if (now - shown > PAUSE) {
            shown = now;
            progress.show(reference + ": " + Worded.size(bytes) + " of " + Worded.size(of));
        }
    }

    @Override
    public synchronized void close() {
        progress.close();
        started.ifPresent(Registry::close);
    }
}
