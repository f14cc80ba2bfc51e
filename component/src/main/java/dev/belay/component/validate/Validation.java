package dev.belay.component.validate;

import dev.belay.component.model.Bytes;
import java.util.function.Consumer;

/**
 * What all scopes of one validation share.
 *
 * @param code checks the code of core modules
 */
record Validation(Effort effort, ValueFacts facts, ExternSizes sizes, CoreTypes coreTypes, Consumer<Bytes> code) {
    static Validation start(Consumer<Bytes> code) {
        var facts = new ValueFacts();
        return new Validation(new Effort(), facts, new ExternSizes(facts), new CoreTypes(), code);
    }
}
