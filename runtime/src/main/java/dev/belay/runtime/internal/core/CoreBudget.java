package dev.belay.runtime.internal.core;

import dev.belay.runtime.Limits;
import dev.belay.runtime.Trap;

/** What the core instances of one component instance may still take, together. Confined to the instance's thread. */
public final class CoreBudget {
    private final CallBudget call;
    private final long memoryBytes;
    private final int tableElements;
    private long memoryTaken;
    private long tableTaken;
    private boolean refused;

    public CoreBudget(Limits limits) {
        this(limits, new CallBudget(limits));
    }

    /**
     * @param call what the call that runs may take
     */
    public CoreBudget(Limits limits, CallBudget call) {
        this.call = call;
        this.memoryBytes = limits.memoryBytes();
        this.tableElements = limits.tableElements();
    }

    /** What the call that runs may take. */
    public CallBudget call() {
        return call;
    }

    /** Whether {@code bytes} more of linear memory are granted; they are then taken. */
    public boolean takeMemory(long bytes) {
        if (bytes > memoryBytes - memoryTaken) {
            refused = true;
            return false;
        }
        memoryTaken += bytes;
        return true;
    }

    public boolean takeTable(long elements) {
        if (elements > tableElements - tableTaken) {
            refused = true;
            return false;
        }
        tableTaken += elements;
        return true;
    }

    /** What to say of a trap if something was refused: a guest that then gives up most likely did so for that. */
    public String note() {
        return refused
                ? "after it was refused to grow past the limit of " + memoryBytes + " bytes of memory, or " + tableElements
                        + " table elements"
                : "";
    }

    public Trap memoryTrap(long bytes) {
        return Trap.of(
                Trap.Kind.MEMORY_LIMIT,
                "the instance needs " + bytes + " bytes more than the " + memoryTaken + " it has, its limit is "
                        + memoryBytes);
    }
}
