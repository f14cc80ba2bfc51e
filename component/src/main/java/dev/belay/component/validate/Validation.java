package dev.belay.component.validate;

import dev.belay.component.model.Bytes;
import dev.belay.component.model.ComponentBinary;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What all scopes of one validation share.
 *
 * @param code checks the code of core modules
 * @param known finds, by identity, components that were checked by themselves before
 */
record Validation(
        Effort effort,
        Nesting nesting,
        ValueFacts facts,
        ExternSizes sizes,
        CoreTypes coreTypes,
        Consumer<Bytes> code,
        Function<ComponentBinary, Optional<ValidComponent>> known) {
    static Validation start(Consumer<Bytes> code) {
        return start(code, _ -> Optional.empty());
    }

    static Validation start(Consumer<Bytes> code, Function<ComponentBinary, Optional<ValidComponent>> known) {
        var facts = new ValueFacts();
        return new Validation(new Effort(), new Nesting(), facts, new ExternSizes(facts), new CoreTypes(), code, known);
    }
}
