package dev.belay.platform.registry;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * A request.
 *
 * @param body of a type that the headers name; empty for none
 * @param most bytes of its response
 * @param moved is told how many bytes of its body have moved; of the response's, if it has none
 */
record Call(String method, URI at, Map<String, String> headers, Optional<byte[]> body, long most, LongConsumer moved) {
    /** What a registry has to say without components. */
    static final long FEW = 4L << 20;

    static Call of(String method, URI at) {
        return new Call(method, at, Map.of(), Optional.empty(), FEW, _ -> {});
    }

    Call to(URI other) {
        return new Call(method, other, headers, body, most, moved);
    }

    Call with(String header, String value) {
        var all = new TreeMap<>(headers);
        all.put(header, value);
        return new Call(method, at, all, body, most, moved);
    }

    Call withBody(String type, byte[] bytes) {
        return new Call(method, at, headers, Optional.of(bytes), most, moved).with("content-type", type);
    }

    Call atMost(long bytes) {
        return new Call(method, at, headers, body, bytes, moved);
    }

    Call watchedBy(LongConsumer listener) {
        return new Call(method, at, headers, body, most, listener);
    }
}
