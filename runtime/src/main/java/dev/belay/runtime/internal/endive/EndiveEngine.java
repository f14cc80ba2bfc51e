package dev.belay.runtime.internal.endive;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.Bytes;
import dev.belay.runtime.internal.cache.CodeStore;
import dev.belay.runtime.internal.cache.ModuleClasses;
import dev.belay.runtime.internal.core.CoreEngine;
import dev.belay.runtime.internal.core.CoreModule;
import dev.belay.runtime.internal.jit.ClassStore;
import dev.belay.runtime.internal.jit.Cutting;
import dev.belay.runtime.internal.jit.FunctionBodies;
import dev.belay.runtime.internal.jit.JitCode;
import java.util.Optional;
import run.endive.wasm.MalformedException;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;

/** Endive behind the seam. */
public final class EndiveEngine implements CoreEngine {
    private final Optional<Cutting> compiled;
    private final Optional<CodeStore> cache;
    private final boolean eager;
    private final SharedModules shared = new SharedModules();

    /**
     * @param compiled how large functions are compiled; empty for the interpreter
     */
    EndiveEngine(Optional<Cutting> compiled, Optional<CodeStore> cache, boolean eager) {
        this.compiled = compiled;
        this.cache = cache;
        this.eager = eager;
    }

    public static EndiveEngine interpreting() {
        return new EndiveEngine(Optional.empty(), Optional.empty(), false);
    }

    /**
     * @param eager whether everything is compiled when a module is loaded, rather than each class when it is first needed
     */
    public static EndiveEngine compiling(Optional<CodeStore> cache, boolean eager) {
        return new EndiveEngine(Optional.of(Cutting.whereNeeded()), cache, eager);
    }

    @Override
    public CoreModule load(Bytes module) {
        return shared.get(module, hash -> make(module, hash));
    }

    private EndiveModule make(Bytes module, ModuleHash hash) {
        if (compiled.isEmpty()) {
            WasmModule parsed = checked(module);
            return new EndiveModule(parsed, module.size(), ModuleSections.bodies(module), Optional.empty());
        }
        Cutting cutting = compiled.get();
        Optional<ModuleClasses> classes = cache.flatMap(store -> store.open(hash.hex(), CompilerVersion.current() + cutting));
        return classes.filter(ModuleClasses::exists)
                .flatMap(_ -> ModuleShell.ofKnown(module))
                .map(shell -> compiled(shell, module, cutting, classes))
                .orElseGet(() -> fresh(module, cutting, classes));
    }

    private EndiveModule fresh(Bytes module, Cutting cutting, Optional<ModuleClasses> classes) {
        return compiled(ModuleShell.of(checked(module)), module, cutting, classes);
    }

    private EndiveModule compiled(WasmModule shell, Bytes module, Cutting cutting, Optional<ModuleClasses> classes) {
        ClassStore store = classes.<ClassStore>map(known -> known).orElse(ClassStore.NONE);
        FunctionBodies bodies = ModuleSections.bodies(module);
        JitCode code = JitCode.of(shell, bodies, cutting, store);
        if (eager) {
            classes.ifPresent(known -> known.saveAll(code));
            code.defineAll();
        } else {
            classes.filter(known -> !known.isComplete()).ifPresent(known -> known.saveAllLater(code));
        }
        return new EndiveModule(shell, module.size(), bodies, Optional.of(code));
    }

    private static WasmModule checked(Bytes module) {
        try {
            WasmModule parsed = Parser.parse(module.toByteArray());
            ModuleChecks.check(parsed);
            return parsed;
        } catch (MalformedException e) {
            throw InvalidComponentException.malformed(module.offset(), "malformed core module: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            // The parser has its own exceptions for what is invalid, but hostile bytes get it to throw others too.
            throw InvalidComponentException.invalid(module.offset(), "invalid core module: " + e.getMessage());
        }
    }
}
