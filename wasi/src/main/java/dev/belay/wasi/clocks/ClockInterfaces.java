package dev.belay.wasi.clocks;

import dev.belay.runtime.HostInterface;
import dev.belay.runtime.value.RecordValue;
import dev.belay.wasi.Interfaces;
import dev.belay.wasi.WasiContext;
import java.time.Instant;
import java.util.List;

/** {@code wasi:clocks}: the monotonic and the wall clock, and a time zone that is always UTC. */
public final class ClockInterfaces {
    private ClockInterfaces() {}

    public static List<HostInterface> all() {
        return List.of(monotonic(), wall(), timezone());
    }

    private static HostInterface monotonic() {
        return Interfaces.builder("wasi:clocks/monotonic-clock")
                .func("now", (call, _) -> WasiContext.of(call).monotonicNanos())
                .func("resolution", (_, _) -> 1L)
                .func("subscribe-instant", (call, args) -> {
                    long now = WasiContext.of(call).monotonicNanos();
                    long when = (Long) args[0];
                    return new TimerPollable(Long.compareUnsigned(when, now) <= 0 ? 0 : when - now);
                })
                .func("subscribe-duration", (_, args) -> new TimerPollable((Long) args[0]))
                .build();
    }

    private static HostInterface wall() {
        return Interfaces.builder("wasi:clocks/wall-clock")
                .func("now", (call, _) -> datetime(WasiContext.of(call).clock().instant()))
                .func("resolution", (_, _) -> RecordValue.of("seconds", 0L, "nanoseconds", 1000L))
                .build();
    }

    private static HostInterface timezone() {
        return Interfaces.builder("wasi:clocks/timezone")
                .func("display", (_, _) ->
                        RecordValue.of("utc-offset", 0, "name", "UTC", "in-daylight-saving-time", false))
                .func("utc-offset", (_, _) -> 0)
                .build();
    }

    /** The record {@code datetime}; times before 1970 are given as 1970, since it has no place for them. */
    public static RecordValue datetime(Instant instant) {
        Instant shown = instant.isBefore(Instant.EPOCH) ? Instant.EPOCH : instant;
        return RecordValue.of("seconds", shown.getEpochSecond(), "nanoseconds", (long) shown.getNano());
    }
}
