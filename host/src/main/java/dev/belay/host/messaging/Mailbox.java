package dev.belay.host.messaging;

import dev.belay.wasi.messaging.Message;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Messages that wait for one subscription: so many, and so large. */
final class Mailbox {
    private final int mostMessages;
    private final long mostBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Message> messages = new ArrayDeque<>();
    private long bytes;
    private boolean ended;

    /** What became of an offer. */
    enum Offer {
        TAKEN,
        FULL,
        ENDED
    }

    Mailbox(LocalBusSettings settings) {
        this.mostMessages = settings.waitingMessages();
        this.mostBytes = settings.waitingBytes();
    }

    Offer offer(Message message) {
        lock.lock();
        try {
            if (ended) {
                return Offer.ENDED;
            }
            boolean fits = messages.isEmpty()
                    || messages.size() < mostMessages && bytes + message.body().length <= mostBytes;
            if (!fits) {
                return Offer.FULL;
            }
            messages.add(message);
            bytes += message.body().length;
            changed.signal();
            return Offer.TAKEN;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next; empty when there will be none. */
    Optional<Message> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (messages.isEmpty() && !ended) {
                changed.await();
            }
            Optional<Message> next = Optional.ofNullable(messages.poll());
            bytes -= next.map(its -> its.body().length).orElse(0);
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** No more are taken in; those that wait can still be taken out. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends, and drops those that wait. */
    void drop() {
        lock.lock();
        try {
            end();
            messages.clear();
            bytes = 0;
        } finally {
            lock.unlock();
        }
    }
}
