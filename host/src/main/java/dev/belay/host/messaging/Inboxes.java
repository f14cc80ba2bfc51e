package dev.belay.host.messaging;

import dev.belay.wasi.messaging.BusException;
import dev.belay.wasi.messaging.Message;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Where requests under way wait for their answers. */
final class Inboxes {
    /** Nobody can guess one of these, and so answer in somebody else's place. */
    private static final int NAME_BYTES = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, CompletableFuture<Message>> open = new ConcurrentHashMap<>();

    /** A subject that nobody else has. */
    String create() {
        byte[] name = new byte[NAME_BYTES];
        RANDOM.nextBytes(name);
        return "_INBOX." + HexFormat.of().formatHex(name);
    }

    CompletableFuture<Message> open(String inbox) {
        var answer = new CompletableFuture<Message>();
        open.put(inbox, answer);
        return answer;
    }

    void close(String inbox) {
        open.remove(inbox);
    }

    /** Whether somebody waits for the message; those after the first have no effect. */
    boolean answer(Message message) {
        Optional<CompletableFuture<Message>> waiting = Optional.ofNullable(open.get(message.subject()));
        waiting.ifPresent(its -> its.complete(message));
        return waiting.isPresent();
    }

    void fail(BusException why) {
        open.values().forEach(waiting -> waiting.completeExceptionally(why));
    }
}
