package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.TypedCall;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiPredicate;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.OpCode;

/** A module's compiled code, shared by all its instances and by threads. */
public final class JitCode {
    /** Stands for every body in the modules that instances are made of. */
    public static final FunctionBody NO_BODY = new FunctionBody(List.of(), List.of());

    /** Functions to a class. */
    static final int CHUNK = 32;

    private final ModuleFacts facts;
    private final ChunkLoader loader;
    private final AtomicReferenceArray<JitChunk> chunks;
    private final AtomicReferenceArray<JitLink> links;
    private final ConcurrentHashMap<Integer, FunctionBody> interpreted = new ConcurrentHashMap<>();

    private JitCode(ModuleFacts facts, ClassStore store) {
        this.facts = facts;
        this.loader = new ChunkLoader(facts, store);
        this.chunks = new AtomicReferenceArray<>(chunkOf(facts.functionCount()) + 1);
        this.links = new AtomicReferenceArray<>(facts.functionCount());
    }

    /**
     * For a module that Endive has found valid. Nothing is compiled yet.
     *
     * @param module its bodies are {@link #NO_BODY}
     * @param store has classes of just this module, from the same compiler
     */
    public static JitCode of(WasmModule module, FunctionBodies bodies, Cutting cutting, ClassStore store) {
        return new JitCode(new ModuleFacts(module, bodies, cutting), store);
    }

    /**
     * Compiles all functions.
     *
     * @return those that are left to the interpreter, and what the compiler lacks for each: nothing, if the JVM has no room
     */
    public SortedMap<Integer, Set<OpCode>> leftOut() {
        var left = new TreeMap<Integer, Set<OpCode>>();
        for (int function = 0; function < facts.functionCount(); function++) {
            chunk(function);
            if (!facts.isImported(function) && !facts.isCompilable(function)) {
                left.put(function, Support.lacks(facts.body(function)));
            }
        }
        return left;
    }

    /**
     * Writes every class there can be, without defining any.
     *
     * @param each is given a name and bytes, and says whether to go on
     * @return whether all were written
     */
    public boolean writeAll(BiPredicate<String, byte[]> each) {
        var all = new AllClasses(loader::bytes);
        for (int i = 0; i < chunks.length() && facts.functionCount() > 0; i++) {
            if (firstOf(i) < facts.functionCount()) {
                all.add(ChunkLoader.CHUNK + i);
            }
        }
        facts.exported().forEach(function -> all.add(ChunkLoader.LINK + function));
        return all.forEach(each);
    }

    /** Defines every class that {@link #writeAll} writes. */
    public void defineAll() {
        writeAll((name, _) -> {
            loader.require(name);
            return true;
        });
    }

    /** What compiling all of it gives. It is compiled for this alone: what is known or kept already is left alone. */
    public CodeCost cost() {
        return CodeCost.of(new JitCode(facts.anew(), ClassStore.NONE));
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

    /** The bodies of functions that are interpreted, and of those that were before: they are kept. */
    Map<Integer, FunctionBody> interpreted(Set<Integer> functions) {
        var missing = new HashSet<>(functions);
        missing.removeAll(interpreted.keySet());
        if (!missing.isEmpty()) {
            interpreted.putAll(facts.validated(missing));
        }
        return interpreted;
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
