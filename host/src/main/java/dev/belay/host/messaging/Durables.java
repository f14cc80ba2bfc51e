package dev.belay.host.messaging;

import dev.belay.wasi.messaging.Message;
import java.util.Optional;

/** Where messages are kept until they were handled. */
public interface Durables {
    /**
     * Takes messages of a stream. While the server cannot be reached it tries again and again; those under way may come twice.
     *
     * @param told what becomes of it; must not throw
     */
    Consumer consume(DurableSettings settings, Handler handler, Told told);

    /** Handles messages, on a thread of each. */
    @FunctionalInterface
    interface Handler {
        /** @return why it failed, if it did; it may come again then */
        Optional<String> handle(Message message);
    }

    /** Is told what happens, in words. */
    @FunctionalInterface
    interface Told {
        /** @param level {@code info}, {@code warn} or {@code error} */
        void that(String level, String text);
    }

    /** Takes messages until it is closed. */
    interface Consumer extends AutoCloseable {
        /** Takes no more, and lets what is under way be finished, for a while. */
        @Override
        void close();
    }
}
