package dev.belay.wasi.http;

import dev.belay.runtime.HostInterface;
import dev.belay.runtime.value.ResultValue;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The resource {@code request-options} of {@code wasi:http/types}. */
final class OptionsFunctions {
    private OptionsFunctions() {}

    static void define(HostInterface.Builder types) {
        types.resource("request-options", RequestOptions.class, _ -> {})
                .func("[constructor]request-options", (_, _) -> new RequestOptions());
        timeout(types, "connect-timeout", RequestOptions::connect, RequestOptions::connect);
        timeout(types, "first-byte-timeout", RequestOptions::firstByte, RequestOptions::firstByte);
        timeout(types, "between-bytes-timeout", RequestOptions::betweenBytes, RequestOptions::betweenBytes);
    }

    private static void timeout(
            HostInterface.Builder types,
            String name,
            Function<RequestOptions, Optional<Duration>> get,
            BiConsumer<RequestOptions, Optional<Duration>> set) {
        types.func("[method]request-options." + name,
                        (_, args) -> get.apply((RequestOptions) args[0]).map(Duration::toNanos))
                .func("[method]request-options.set-" + name, (_, args) -> {
                    set.accept((RequestOptions) args[0], ((Optional<?>) args[1]).map(OptionsFunctions::duration));
                    return ResultValue.ok();
                });
    }

    /** Nanoseconds are unsigned: what is more than a long can hold is 292 years, and for ever to anybody who waits. */
    private static Duration duration(Object nanos) {
        long value = (Long) nanos;
        return Duration.ofNanos(value < 0 ? Long.MAX_VALUE : value);
    }
}
