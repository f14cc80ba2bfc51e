package dev.belay.platform.fit;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.Bytes;
import dev.belay.platform.observe.StepTimes;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.spec.RevisionSpec;
import dev.belay.runtime.Engine;
import dev.belay.runtime.LinkException;
import dev.belay.runtime.LinkedComponent;
import dev.belay.runtime.Linker;
import dev.belay.wasi.Wasi;
import dev.belay.wasi.config.ConfigInterfaces;
import dev.belay.wasi.http.HttpInterfaces;
import dev.belay.wasi.keyvalue.KeyValueInterfaces;
import dev.belay.wasi.logging.LoggingInterfaces;
import dev.belay.wasi.messaging.MessagingInterfaces;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes components ready to run. Revisions whose compositions are the same share one: it is held as long as one of them is.
 * Thread-safe.
 */
public final class Loader {
    private final Engine engine;
    private final Composer composer;
    private final StepTimes times;
    private final Map<Digest, Slot> slots = new ConcurrentHashMap<>();

    /** @param times are told how long it takes */
    public Loader(Engine engine, Composer composer, StepTimes times) {
        this.engine = engine;
        this.composer = composer;
        this.times = times;
    }

    /** One composition at a time is made for a key; others that want it wait for it. */
    private static final class Slot {
        private WeakReference<Fitted> fitted = new WeakReference<>(null);
    }

    /**
     * @throws MisfitException if it does not fit
     * @throws dev.belay.platform.store.StoreException if a part of it is gone
     */
    public Fitted load(RevisionSpec revision) {
        Digest key = Composer.key(revision);
        Slot slot = slots.computeIfAbsent(key, _ -> new Slot());
        synchronized (slot) {
            Fitted known = slot.fitted.get();
            if (known != null) {
                return known;
            }
            Fitted fitted = fit(revision);
            slot.fitted = new WeakReference<>(fitted);
            return fitted;
        }
    }

    /** Forgets compositions that nobody has any more. */
    public void clean() {
        slots.values().removeIf(slot -> Optional.ofNullable(slot.fitted.get()).isEmpty());
    }

    private Fitted fit(RevisionSpec revision) {
        Composed composed = times.time(StepTimes.Step.COMPOSE, () -> composer.compose(revision));
        try {
            LinkedComponent linked =
                    times.time(StepTimes.Step.LOAD, () -> linker().link(engine.load(composed.component())));
            Bytes bytes = composed.component().bytes();
            return new Fitted(linked, Digest.of(bytes), bytes.size(), composed.met(), composed.imports());
        } catch (LinkException e) {
            throw new MisfitException(String.valueOf(e.getMessage()), e);
        } catch (InvalidComponentException e) {
            throw new MisfitException(revision.component().label() + ": " + e.getMessage(), e);
        }
    }

    private static Linker linker() {
        return new Linker()
                .define(Wasi.interfaces())
                .define(HttpInterfaces.all())
                .define(MessagingInterfaces.all())
                .define(ConfigInterfaces.all())
                .define(LoggingInterfaces.all())
                .define(KeyValueInterfaces.all());
    }
}
