package dev.belay.runtime.internal.core;

import dev.belay.runtime.InstanceMeter;
import dev.belay.runtime.Limits;
import dev.belay.runtime.Trap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the core instances of one component instance may still take, together. Confined to the instance's thread. */
public final class CoreBudget {
    /** Most instances need no more of the host's memory: they are not to pay for asking. */
    private static final long UNASKED = 256 << 10;
    /** What is asked for at once. */
    private static final long STEP = 1 << 20;

    private final CallBudget call;
    private final Limits limits;
    private final @Nullable InstanceMeter meter;
    private int instances;
    private int memories;
    private int tables;
    private long memoryTaken;
    /** Bytes of the host's memory that the instance has to itself. */
    private long held;
    /** What it may have before the meter is asked. */
    private long granted;
    private long tableTaken;
    private boolean refused;
    private final HeapCount heap = new HeapCount(this);

    public CoreBudget(Limits limits) {
        this(limits, new CallBudget(limits), Optional.empty());
    }

    /**
     * @param call what the call that runs may take
     * @param meter is told of memory
     */
    public CoreBudget(Limits limits, CallBudget call, Optional<InstanceMeter> meter) {
        this.call = call;
        this.limits = limits;
        this.meter = meter.orElse(null);
        this.granted = meter.isPresent() ? UNASKED : Long.MAX_VALUE;
    }

    /** What the call that runs may take. */
    public CallBudget call() {
        return call;
    }

    /** What it has of objects of the collected heap. */
    public HeapCount heap() {
        return heap;
    }

    /** What linear memories leave for objects of the collected heap, in bytes. */
    long heapLimit() {
        return limits.memoryBytes() - memoryTaken;
    }

    /** Whether {@code bytes} more of linear memory are granted; they are then taken. */
    public boolean takeMemory(long bytes) {
        if (bytes > limits.memoryBytes() - memoryTaken) {
            refused = true;
            if (meter != null) {
                meter.memoryRefused();
            }
            return false;
        }
        memoryTaken += bytes;
        if (meter != null) {
            meter.memory(bytes);
        }
        return true;
    }

    /** Gives back what was taken, and not used after all. */
    public void giveMemory(long bytes) {
        memoryTaken -= bytes;
        if (meter != null) {
            meter.memory(-bytes);
        }
    }

    /** Bytes of linear memory that are taken. */
    public long memory() {
        return memoryTaken;
    }

    /**
     * The instance is to have so much more of the host's memory to itself.
     *
     * @throws Trap if the host does not let it
     */
    public void hold(long bytes) {
        if (!tryHold(bytes)) {
            throw Trap.of(Trap.Kind.MEMORY_LIMIT, "the host keeps what it has left for others");
        }
    }

    /** The same; false if the host does not let it, and then it has not. */
    public boolean tryHold(long bytes) {
        if (held + bytes > granted && !claim(held + bytes - granted)) {
            return false;
        }
        held += bytes;
        return true;
    }

    private boolean claim(long bytes) {
        long more = (bytes + STEP - 1) / STEP * STEP;
        if (meter != null && !meter.claim(more)) {
            meter.memoryRefused();
            return false;
        }
        granted += more;
        return true;
    }

    /** It has so much less to itself. What the meter granted stays granted: most likely it is needed again. */
    public void release(long bytes) {
        held -= bytes;
    }

    /** What the meter has granted. */
    public long claimed() {
        return granted - UNASKED;
    }

    /** As {@link #giveMemory}. */
    public void giveTable(long elements) {
        tableTaken -= elements;
    }

    public boolean takeTable(long elements) {
        if (elements > limits.tableElements() - tableTaken) {
            refused = true;
            return false;
        }
        tableTaken += elements;
        return true;
    }

    /**
     * What core instances have taken.
     *
     * @param memory in bytes
     * @param tableElements of all tables
     */
    public record Taken(int instances, int memories, int tables, long memory, long tableElements) {}

    /** What was taken so far; empty if something was refused, as a guest may see that. */
    public Optional<Taken> taken() {
        return refused
                ? Optional.empty()
                : Optional.of(new Taken(instances, memories, tables, memoryTaken, tableTaken));
    }

    /** Whether so much may be taken in all. */
    public boolean covers(Taken wanted) {
        return wanted.instances() <= limits.coreInstances()
                && wanted.memories() <= limits.memories()
                && wanted.tables() <= limits.tables()
                && wanted.memory() <= limits.memoryBytes()
                && wanted.tableElements() <= limits.tableElements();
    }

    /** What to say of a trap if something was refused: a guest that then gives up most likely did so for that. */
    public String note() {
        return refused
                ? "after it was refused to grow past the limit of " + limits.memoryBytes() + " bytes of memory, or "
                        + limits.tableElements() + " table elements"
                : "";
    }

    /**
     * One more core instance.
     *
     * @throws Trap if there are as many as there may be
     */
    public void addInstance() {
        instances = oneMore(instances, limits.coreInstances(), Trap.Kind.TOO_MANY_INSTANCES);
    }

    /**
     * One more memory that a core instance defines.
     *
     * @throws Trap if there are as many as there may be
     */
    public void addMemory() {
        memories = oneMore(memories, limits.memories(), Trap.Kind.TOO_MANY_MEMORIES);
    }

    /**
     * One more table that a core instance defines, of so many elements.
     *
     * @throws Trap if there are as many as there may be, or not so many elements left
     */
    public void addTable(long elements) {
        tables = oneMore(tables, limits.tables(), Trap.Kind.TOO_MANY_TABLES);
        if (!takeTable(elements)) {
            throw Trap.of(
                    Trap.Kind.TABLE_LIMIT,
                    "the instance needs " + elements + " elements more than the " + tableTaken + " it has, its limit is "
                            + limits.tableElements());
        }
    }

    private static int oneMore(int count, int limit, Trap.Kind kind) {
        if (count >= limit) {
            throw Trap.of(kind, "the limit is " + limit);
        }
        return count + 1;
    }

    public Trap memoryTrap(long bytes) {
        return Trap.of(
                Trap.Kind.MEMORY_LIMIT,
                "the instance needs " + bytes + " bytes more than the " + memoryTaken + " it has, its limit is "
                        + limits.memoryBytes());
    }
}
