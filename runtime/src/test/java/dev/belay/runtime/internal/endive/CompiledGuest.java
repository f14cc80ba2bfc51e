package dev.belay.runtime.internal.endive;

import dev.belay.component.model.Bytes;
import dev.belay.runtime.Limits;
import dev.belay.runtime.internal.core.CoreBudget;
import dev.belay.runtime.internal.core.CoreInstance;
import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.jit.Cutting;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.CallResult;

/** An instance of a module beside the tests, compiled. */
record CompiledGuest(CoreInstance instance) {
    /** How functions are compiled: whole, or with every block of some size a method of its own. */
    enum Way {
        WHOLE(Cutting.whereNeeded()),
        PIECES(new Cutting(0, true, 4, 2));

        private final Cutting cutting;

        Way(Cutting cutting) {
            this.cutting = cutting;
        }

        /**
         * @param imports instances by the module that is imported
         */
        CompiledGuest instantiate(String name, Map<String, CompiledGuest> imports) {
            var engine = new EndiveEngine(Optional.of(cutting), Optional.empty(), false);
            return new CompiledGuest(engine.load(Bytes.of(bytes(name)))
                    .instantiate(
                            (from, item) -> Optional.ofNullable(imports.get(from))
                                    .flatMap(guest -> guest.instance().export(item)),
                            new CoreBudget(Limits.defaults())));
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream in = CompiledGuest.class.getResourceAsStream(name + ".wasm")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private CoreItem.Function function(String name) {
        return (CoreItem.Function) instance.export(name).orElseThrow();
    }

    /** Calls a function that gives one number. */
    long call(String name, long... args) {
        return function(name).call(args)[0];
    }

    /** Calls a function with references. */
    CallResult call(String name, long[] args, @Nullable Object[] references) {
        var function = (EndiveInstance.Function) function(name);
        return function.instance().getMachine().callWithRefs(function.index(), args, references);
    }
}
