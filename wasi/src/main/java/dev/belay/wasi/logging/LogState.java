package dev.belay.wasi.logging;

import dev.belay.runtime.HostCall;

/** Where what an instance logs goes: an object for its {@link dev.belay.runtime.InstanceState}. Without one it goes nowhere. */
public record LogState(Sink sink) {
    private static final LogState NOWHERE = new LogState((_, _) -> {});

    /** Is given lines, on the thread of the instance. */
    @FunctionalInterface
    public interface Sink {
        /** @param line the context and the message, of at most some 4,000 characters, none of them a control character */
        void line(LogLevel level, String line);
    }

    static LogState of(HostCall call) {
        return call.instance().state().find(LogState.class).orElse(NOWHERE);
    }
}
