package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.memory.LinearMemory;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.GlobalInstance;
import run.endive.runtime.Instance;
import run.endive.runtime.TableInstance;
import run.endive.runtime.WasmFunctionHandle;

/**
 * What compiled code knows of its instance. Public, as all that compiled code refers to, since its classes have a loader of
 * their own.
 */
public final class JitState {
    /** Function entries, and loop iterations by the {@link JitRuntime#SLICE}, from one look at the thread to the next. */
    static final int TICKS = 1 << 14;

    final Instance instance;
    final JitCode code;
    final WasmFunctionHandle[] imports;
    /** The first memory, if there is one. */
    public final @Nullable LinearMemory memory;

    public final @Nullable LinearMemory[] memories;
    public final GlobalInstance[] globals;
    public final TableInstance[] tables;
    /** Counts down to the next look at whether the thread was interrupted. */
    public int ticks = TICKS;

    private @Nullable Fallback fallback;

    JitState(Instance instance, JitCode code) {
        this.instance = instance;
        this.code = code;
        var given = instance.imports();
        this.imports = new WasmFunctionHandle[given.functionCount()];
        for (int i = 0; i < imports.length; i++) {
            imports[i] = given.function(i).handle();
        }
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
    }

    /** The interpreter of the same instance. */
    Fallback fallback() {
        if (fallback == null) {
            fallback = new Fallback(instance);
        }
        return fallback;
    }
}
