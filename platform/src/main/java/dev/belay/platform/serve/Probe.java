package dev.belay.platform.serve;

import dev.belay.platform.spec.HealthCheck;
import dev.belay.runtime.Instance;
import dev.belay.runtime.Trap;
import dev.belay.wasi.http.RequestOutcome;
import dev.belay.wasi.http.transport.HttpField;
import dev.belay.wasi.http.transport.RequestHead;
import java.util.List;
import java.util.Optional;

/** Whether a revision works, before anything relies on it. What is compiled for this is compiled for all that follows. */
public final class Probe {
    private static final int MOST_BYTES = 1 << 20;

    private Probe() {}

    /**
     * Makes an instance and, if there is a health check, has it answered.
     *
     * @throws StartException if it does not
     */
    public static void check(Revision revision) {
        Optional<HealthCheck> health = revision.spec().health();
        if (health.isPresent()) {
            ask(revision, health.get());
        } else {
            start(revision);
        }
    }

    private static void start(Revision revision) {
        try (Instance instance = revision.fitted().component().instantiate(revision.state(), revision.limits())) {
            instance.state();
        } catch (Trap trap) {
            throw new StartException("an instance cannot be made: " + trap.getMessage(), trap);
        }
    }

    private static void ask(Revision revision, HealthCheck health) {
        var head = new RequestHead(
                health.method(), Optional.of("http"), Optional.of("localhost"), Optional.of(health.path()),
                List.of(HttpField.of("host", "localhost")));
        var exchange = new MemoryExchange(head, new byte[0], MOST_BYTES);
        RequestOutcome outcome = revision.uncounted(exchange, revision.limits().withDeadline(health.timeout()));
        if (outcome.status() != health.status() || !exchange.complete()) {
            throw new StartException("health check: expected status " + health.status() + " from " + health.method() + " "
                    + health.path() + ", found " + outcome.status()
                    + (outcome.message().isEmpty() ? "" : ": " + outcome.message()));
        }
    }
}
