package dev.belay.bench.process;

import java.lang.management.ManagementFactory;

/** What is reachable in this JVM. */
final class Heap {
    private static final int COLLECTIONS = 4;

    private Heap() {}

    /** In bytes, after collecting garbage. */
    static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
