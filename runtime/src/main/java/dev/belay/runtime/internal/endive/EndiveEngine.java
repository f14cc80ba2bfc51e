package dev.belay.runtime.internal.endive;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.Bytes;
import dev.belay.runtime.internal.core.CoreEngine;
import dev.belay.runtime.internal.core.CoreModule;
import dev.belay.runtime.internal.jit.Cutting;
import dev.belay.runtime.internal.jit.JitCode;
import java.util.Optional;
import run.endive.wasm.MalformedException;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;

/** Endive behind the seam. */
public final class EndiveEngine implements CoreEngine {
    private final Optional<Cutting> compiled;
    private final SharedModules shared = new SharedModules();

    /**
     * @param compiled whether functions run as code compiled for the JVM, rather than in Endive's interpreter
     */
    public EndiveEngine(boolean compiled) {
        this(compiled ? Optional.of(Cutting.whereNeeded()) : Optional.empty());
    }

    /**
     * @param compiled how large functions are compiled; empty for the interpreter
     */
    EndiveEngine(Optional<Cutting> compiled) {
        this.compiled = compiled;
    }

    @Override
    public CoreModule load(Bytes module) {
        return shared.get(module, () -> make(module));
    }

    private EndiveModule make(Bytes module) {
        try {
            WasmModule parsed = Parser.parse(module.toByteArray());
            ModuleChecks.check(parsed);
            return compiled.map(cutting -> compiled(ModuleShell.of(parsed), module, cutting))
                    .orElseGet(() -> new EndiveModule(parsed, Optional.empty()));
        } catch (MalformedException e) {
            throw InvalidComponentException.malformed(module.offset(), "malformed core module: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            // The parser has its own exceptions for what is invalid, but hostile bytes get it to throw others too.
            throw InvalidComponentException.invalid(
                    module.offset(), "the core module cannot be used: " + e.getMessage());
        }
    }

    private static EndiveModule compiled(WasmModule shell, Bytes module, Cutting cutting) {
        return new EndiveModule(shell, Optional.of(JitCode.of(shell, ModuleSections.bodies(module), cutting)));
    }
}
