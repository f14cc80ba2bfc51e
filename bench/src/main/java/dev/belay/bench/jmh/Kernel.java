package dev.belay.bench.jmh;

import java.util.Arrays;
import java.util.List;

/** A function of {@code bench/guests/kernels} with an argument that makes it run some milliseconds. */
public record Kernel(String name, long argument) {
    private static final List<Kernel> ALL = List.of(
            new Kernel("fib", 27),
            new Kernel("sha256", 512),
            new Kernel("matrix", 160),
            new Kernel("json-scan", 30));

    public static List<Kernel> all() {
        return ALL;
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public static Kernel named(String name) {
        return ALL.stream()
                .filter(kernel -> kernel.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected one of " + Arrays.toString(ALL.stream().map(Kernel::name).toArray()) + ", found " + name));
    }
}
