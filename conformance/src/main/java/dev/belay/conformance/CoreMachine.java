package dev.belay.conformance;

import dev.belay.conformance.Directive.Action;
import java.util.List;
import java.util.Optional;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmEngineException;
import tools.jackson.databind.JsonNode;

/** Checks core modules, as far as scripts about components need it. */
final class CoreMachine implements Machine {
    private static final String REASON = "core instance";

    @Override
    public void define(byte[] binary, Optional<String> name) {
        try {
            Parser.parse(binary);
        } catch (WasmEngineException e) {
            throw new Refusal(Messages.of(e), false, e);
        }
    }

    @Override
    public boolean canInstantiate() {
        return false;
    }

    @Override
    public void instantiate(Optional<String> name, Optional<String> definition) {
        throw new Skip(REASON);
    }

    @Override
    public void register(Optional<String> instance, String as) {
        throw new Skip(REASON);
    }

    @Override
    public List<Object> perform(Action action) {
        throw new Skip(REASON);
    }

    @Override
    public boolean matches(List<JsonNode> expected, List<Object> found) {
        throw new Skip(REASON);
    }
}
