package dev.belay.platform.console;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.validate.ValidComponent;
import dev.belay.platform.admin.FileForm;
import dev.belay.platform.admin.FormException;
import dev.belay.platform.rollout.Platform;
import dev.belay.platform.spec.Part;
import dev.belay.platform.store.BlobStore;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/** Takes components that operators send: checks that they are, and puts them into the store. Thread-safe. */
final class Uploads implements AutoCloseable {
    /** Each may be as large as can be, on disk. */
    private static final int AT_ONCE = 4;
    /** The largest, over a slow line. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** Reading what is nested goes deep. */
    private static final int STACK_BYTES = 8 << 20;

    private final Platform platform;
    private final FileForm.Bounds bounds;
    private final Semaphore room = new Semaphore(AT_ONCE);
    /** One at a time: each is in memory. */
    private final ExecutorService checker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("console-check").stackSize(STACK_BYTES).factory());

    Uploads(Platform platform) {
        this.platform = platform;
        this.bounds = new FileForm.Bounds(platform.blobs().incoming(), BlobStore.MOST_BYTES, PATIENCE);
    }

    /**
     * The component of a form, which is in the store then.
     *
     * @throws FormException if there is none in it, or it cannot be taken
     * @throws VisitException if the form is of another session
     */
    Part take(Visit visit, Session session) throws IOException {
        if (!room.tryAcquire()) {
            throw new FormException(503, "Others are sending components: try again when they have.");
        }
        try (FileForm form = visit.exchange().form(bounds)) {
            session.requireCsrf(form.field("csrf"));
            return checker.submit(() -> stored(form)).get();
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNullElse(e.getCause(), e));
        } catch (RejectedExecutionException _) {
            throw new FormException(503, "The host stops.");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new FormException(503, "The host stops.");
        } finally {
            room.release();
        }
    }

    private Part stored(FileForm form) throws IOException {
        FileForm.NamedFile file =
                form.file("component").orElseThrow(() -> new FormException(422, "Expected a component: choose its file."));
        String name = file.name().isEmpty() ? "component.wasm" : file.name();
        try {
            ValidComponent.of(file.bytes());
        } catch (InvalidComponentException e) {
            throw new FormException(422, "‘" + name + "’ is not a component, and was not kept: " + e.getMessage());
        }
        return new Part(name, platform.blobs().put(file.bytes()));
    }

    private static RuntimeException failure(Throwable why) throws IOException {
        return switch (why) {
            case RuntimeException its -> its;
            case IOException its -> throw its;
            default -> new IllegalStateException(why);
        };
    }

    @Override
    public void close() {
        checker.shutdown();
    }
}
