package dev.belay.wasi.messaging;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Moves messages from those who publish to those who subscribe, at most once. Thread-safe. */
public interface MessageBus {
    /**
     * Hands a message to the bus. Returns before it is delivered, and does not say whether anybody gets it.
     *
     * @throws BusException if the bus cannot take it
     */
    void publish(Message message);

    /**
     * Publishes a message and waits for the first answer to it.
     *
     * @param timeout 1 ms or more
     * @throws BusException if nobody subscribes, no answer comes in time, or the bus cannot take the message
     */
    Message request(String subject, byte[] body, Duration timeout) throws InterruptedException;

    /**
     * Gives messages to a receiver, one after the other, on a thread of the subscription.
     *
     * @param queueGroup of those in a group of that name whose patterns have the subject, one gets the message; a
     *     name has the syntax of a {@link Subject}
     * @throws IllegalArgumentException if the group's name has not
     * @throws BusException if the bus cannot
     */
    Subscription subscribe(SubjectPattern subjects, Optional<String> queueGroup, Receiver receiver);

    /** Is given messages. */
    @FunctionalInterface
    interface Receiver {
        /**
         * While this runs, further messages wait in the bus; if too many do, the bus drops some or refuses them. Must not
         * throw.
         */
        void received(Message message);
    }

    /** A receiver's place on a bus. */
    interface Subscription extends AutoCloseable {
        /**
         * Takes no more messages.
         *
         * @return completes with true when those that had arrived were given to the receiver; with false if that took
         *     longer than {@code atMost} and the rest were dropped
         */
        CompletableFuture<Boolean> drain(Duration atMost);

        /** Takes no more messages, and drops those that wait. */
        @Override
        void close();
    }
}
