package dev.belay.runtime.internal.endive;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.Bytes;
import dev.belay.runtime.internal.core.CoreEngine;
import dev.belay.runtime.internal.core.CoreModule;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmEngineException;

/** Endive behind the seam. */
public final class EndiveEngine implements CoreEngine {

    @Override
    public CoreModule load(Bytes module) {
        try {
            return new EndiveModule(Parser.parse(module.toByteArray()));
        } catch (WasmEngineException e) {
            throw InvalidComponentException.invalid(
                    module.offset(), "the core module cannot be used: " + e.getMessage());
        }
    }
}
