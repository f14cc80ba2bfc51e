package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.TypedCall;
import java.util.concurrent.atomic.AtomicReferenceArray;
import run.endive.wasm.WasmModule;

/** A module's compiled code, shared by all its instances and by threads. */
public final class JitCode {
    /** Functions to a class. */
    static final int CHUNK = 32;

    private final ModuleFacts facts;
    private final ChunkLoader loader;
    private final AtomicReferenceArray<JitChunk> chunks;
    private final AtomicReferenceArray<JitLink> links;

    private JitCode(ModuleFacts facts) {
        this.facts = facts;
        this.loader = new ChunkLoader(facts);
        this.chunks = new AtomicReferenceArray<>(chunkOf(facts.functionCount()) + 1);
        this.links = new AtomicReferenceArray<>(facts.functionCount());
    }

    /** For a module that Endive has found valid. Nothing is compiled yet. */
    public static JitCode of(WasmModule module) {
        return of(module, Cutting.whereNeeded());
    }

    public static JitCode of(WasmModule module, Cutting cutting) {
        return new JitCode(new ModuleFacts(module, cutting));
    }

    /** Whether the compiler takes modules like this: with exceptions, calls and their ends are the interpreter's. */
    public static boolean takes(WasmModule module) {
        return module.tagSection().isEmpty();
    }

    ModuleFacts facts() {
        return facts;
    }

    static int chunkOf(int function) {
        return function / CHUNK;
    }

    static int firstOf(int chunk) {
        return chunk * CHUNK;
    }

    /** The class that holds a function. */
    JitChunk chunk(int function) {
        int index = chunkOf(function);
        JitChunk known = chunks.get(index);
        if (known == null) {
            known = loader.chunk(index);
            chunks.set(index, known);
        }
        return known;
    }

    /** A function of an instance, to be called from others. */
    TypedCall call(int function, JitState state) {
        JitLink known = links.get(function);
        if (known == null) {
            known = loader.link(function);
            links.set(function, known);
        }
        return known.of(state);
    }
}
