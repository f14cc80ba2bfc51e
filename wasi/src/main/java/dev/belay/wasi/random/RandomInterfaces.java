package dev.belay.wasi.random;

import dev.belay.runtime.HostCall;
import dev.belay.runtime.HostInterface;
import dev.belay.runtime.Trap;
import dev.belay.wasi.Interfaces;
import dev.belay.wasi.WasiContext;
import java.util.List;

/** {@code wasi:random}: random, insecure and insecure-seed. */
public final class RandomInterfaces {
    /** What one call may ask for: a guest that wants more calls again. */
    private static final int MAX_BYTES = 1 << 24;

    private RandomInterfaces() {}

    public static List<HostInterface> all() {
        return List.of(
                Interfaces.builder("wasi:random/random")
                        .func("get-random-bytes", RandomInterfaces::bytes)
                        .func("get-random-u64", (call, _) -> WasiContext.of(call).random().nextLong())
                        .build(),
                Interfaces.builder("wasi:random/insecure")
                        .func("get-insecure-random-bytes", RandomInterfaces::bytes)
                        .func("get-insecure-random-u64", (call, _) -> WasiContext.of(call).random().nextLong())
                        .build(),
                Interfaces.builder("wasi:random/insecure-seed")
                        .func("insecure-seed", (call, _) -> List.of(
                                WasiContext.of(call).random().nextLong(), WasiContext.of(call).random().nextLong()))
                        .build());
    }

    private static Object bytes(HostCall call, Object[] args) {
        long length = (Long) args[0];
        if (length < 0 || length > MAX_BYTES) {
            throw Trap.of(Trap.Kind.HOST, "wasi:random: expected at most " + MAX_BYTES + " bytes, found "
                    + Long.toUnsignedString(length));
        }
        byte[] bytes = new byte[(int) length];
        WasiContext.of(call).random().nextBytes(bytes);
        return bytes;
    }
}
