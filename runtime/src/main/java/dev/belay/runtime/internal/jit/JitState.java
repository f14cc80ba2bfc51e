package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.core.CoreBudget;
import dev.belay.runtime.internal.core.HeapCount;
import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.core.TickCounter;
import dev.belay.runtime.internal.memory.LinearMemory;
import dev.belay.runtime.internal.typed.TypedCall;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.GlobalInstance;
import run.endive.runtime.Instance;
import run.endive.runtime.TableInstance;

/**
 * What compiled code knows of its instance. Public, as all that compiled code refers to, since its classes have a loader of
 * their own.
 */
public final class JitState extends TickCounter {
    final Instance instance;
    final JitCode code;
    final @Nullable TypedCall[] imports;
    private final IntFunction<TypedCall> given;
    private final HeapCount heap;
    /** Bytes of objects that may still be made before the next is counted. */
    private long uncounted;
    /** The first memory, if there is one. */
    public final @Nullable LinearMemory memory;

    public final @Nullable LinearMemory[] memories;
    public final GlobalInstance[] globals;
    public final TableInstance[] tables;
    /** Frames that tail calls may still take: {@link Tails}. */
    public int room = Tails.ROOM;
    /** A tail call that was left for the caller to make. */
    public @Nullable Tail tail;

    /** By table, then by element. */
    private final @Nullable ForeignCall[][] foreign;

    /** An interpreter that nothing runs in, and after it others. */
    private @Nullable Fallback idle;

    JitState(Instance instance, JitCode code, CoreBudget budget, IntFunction<TypedCall> given) {
        super(budget.call());
        this.heap = budget.heap();
        this.instance = instance;
        this.code = code;
        this.given = given;
        this.imports = new TypedCall[instance.imports().functionCount()];
        this.memories = code.facts().memories(instance);
        this.memory = memories.length == 0 ? null : memories[0];
        this.globals = new GlobalInstance[code.facts().globalCount()];
        for (int i = 0; i < globals.length; i++) {
            globals[i] = instance.global(i);
        }
        this.tables = new TableInstance[code.facts().tableCount()];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = instance.table(i);
        }
        this.foreign = new ForeignCall[tables.length][];
    }

    /**
     * An object of the collected heap was made.
     *
     * @param bytes that it takes, at least
     * @throws Trap if the instance has more of them than it may
     */
    <T> T made(T object, long bytes) {
        uncounted -= bytes;
        if (uncounted < 0) {
            uncounted = heap.count(object, bytes);
        }
        return object;
    }

    /**
     * An object of the collected heap is to be made.
     *
     * @throws Trap if it alone is more than the instance may have
     */
    void requireRoom(long bytes) {
        heap.requireRoom(bytes);
    }

    /** A function, own or imported. Supported ones only. */
    TypedCall call(int function) {
        return code.facts().isImported(function) ? JitRuntime.imported(this, function) : code.call(function, this);
    }

    /** What was given for an import, found when it is first called. */
    TypedCall resolve(int function) {
        TypedCall call = given.apply(function);
        imports[function] = call;
        return call;
    }

    /** What a table's element last was, if it was called; to be compared with what it is now. */
    @Nullable ForeignCall foreign(int table, int element) {
        ForeignCall[] known = foreign[table];
        return known == null || element >= known.length ? null : known[element];
    }

    void foreign(int table, int element, ForeignCall call) {
        ForeignCall[] known = foreign[table];
        if (known == null || element >= known.length) {
            known = known == null ? new ForeignCall[element + 1] : Arrays.copyOf(known, Math.max(element + 1, 2 * known.length));
            foreign[table] = known;
        }
        known[element] = call;
    }

    /**
     * Runs something in an interpreter of the same instance: one that runs nothing else, since an exception would go on in
     * the frames of what it runs, whatever is between. After a failure it has values left, and is not used again.
     */
    <T> T fallback(Function<Fallback, T> run) {
        Fallback machine = idle;
        if (machine == null) {
            machine = new Fallback(instance, code, this);
        } else {
            idle = machine.next;
        }
        T result = run.apply(machine);
        machine.next = idle;
        idle = machine;
        return result;
    }
}
