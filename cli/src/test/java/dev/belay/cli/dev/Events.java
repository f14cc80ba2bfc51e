package dev.belay.cli.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What a development tells, to be waited for. */
public final class Events implements Consumer<DevEvent> {
    private static final long PATIENCE_SECONDS = 60;

    private final LinkedBlockingQueue<DevEvent> told = new LinkedBlockingQueue<>();

    @Override
    public void accept(DevEvent event) {
        told.add(event);
    }

    /** The next event of a kind; those before it are forgotten. */
    public <T extends DevEvent> T next(Class<T> kind) throws InterruptedException {
        for (;;) {
            DevEvent event = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(event).as("an event, while waiting for " + kind.getSimpleName()).isNotNull();
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
        }
    }

    public DevEvent.Serving served() throws InterruptedException {
        return next(DevEvent.Serving.class);
    }

    public DevEvent.Failed failed() throws InterruptedException {
        return next(DevEvent.Failed.class);
    }
}
