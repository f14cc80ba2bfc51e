package dev.belay.component.validate;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.At;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.Section;
import dev.belay.component.model.Value;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes through the sections of one component, in their order. */
final class ComponentChecker {
    private final Scope scope;

    ComponentChecker(Scope scope) {
        this.scope = scope;
    }

    /**
     * @param offset where the component starts
     */
    ComponentType check(ComponentBinary component, int offset) {
        for (At<Section> section : component.sections()) {
            section(section.it(), section.offset());
        }
        checkValuesConsumed();
        return Finished.component(scope, offset);
    }

    private void section(Section section, int offset) {
        scope.validation.effort().at(offset);
        switch (section) {
            case Section.Custom _ -> {}
            case Section.CoreModule s ->
                scope.coreModules.add(CoreModules.ofBytes(s.module(), scope.validation), offset);
            case Section.CoreInstances s -> each(s.items(), i -> CoreInstances.define(i.it(), scope, i.offset()));
            case Section.CoreTypes s -> each(s.items(), i -> CoreTypeDefinitions.define(i.it(), scope, i.offset()));
            case Section.Component s -> scope.components.add(nested(s.component(), offset), offset);
            case Section.Instances s -> each(s.items(), i -> Instances.define(i.it(), scope, i.offset()));
            case Section.Aliases s -> each(s.items(), i -> Aliases.define(i.it(), scope, i.offset()));
            case Section.Types s -> each(s.items(), i -> TypeDefinitions.define(i.it(), scope, i.offset()));
            case Section.Canons s -> each(s.items(), i -> Canonicals.define(i.it(), scope, i.offset()));
            case Section.Start s -> start(s, offset);
            case Section.Imports s ->
                each(s.items(), i -> Externs.importing(i.it().name(), i.it().type(), scope, i.offset()));
            case Section.Exports s -> each(s.items(), i -> Externs.exporting(i.it(), scope, i.offset()));
            case Section.Values s -> each(s.items(), i -> value(i.it(), i.offset()));
        }
    }

    /** One that was checked by itself refers to nothing around it: its type is the same here. */
    private ComponentType nested(ComponentBinary component, int offset) {
        Optional<ValidComponent> known = scope.validation.known().apply(component);
        if (known.isPresent()) {
            scope.reach(known.get(), offset);
            return known.get().type();
        }
        return new ComponentChecker(scope.within(Scope.Kind.COMPONENT, offset)).check(component, offset);
    }

    private <T> void each(List<At<T>> items, Consumer<At<T>> check) {
        for (At<T> item : items) {
            scope.validation.effort().at(item.offset());
            check.accept(item);
        }
    }

    private void start(Section.Start start, int offset) {
        FunctionType type = scope.funcs.get(start.func(), offset);
        int params = type.params().size();
        if (start.args().size() != params) {
            throw InvalidComponentException.invalid(
                    offset, "component start function requires " + params + " arguments, " + start.args().size() + " are given");
        }
        for (int i = 0; i < params; i++) {
            int index = start.args().get(i);
            ValueSlot value = scope.values.get(index, offset);
            value.consume(index, offset);
            if (!ValueTypes.same(value.type(), type.params().get(i).type())) {
                throw InvalidComponentException.invalid(
                        offset, "type mismatch for component start function argument " + i);
            }
        }
        int results = type.result().isPresent() ? 1 : 0;
        if (start.results() != results) {
            throw InvalidComponentException.invalid(
                    offset,
                    "component start function has " + results + " results, " + Integer.toUnsignedString(start.results())
                            + " are declared");
        }
        type.result().ifPresent(result -> scope.values.add(new ValueSlot(result, offset), offset));
    }

    private void value(Value value, int offset) {
        ValueType type = ValueTypes.resolve(value.type(), scope, offset);
        ValueConstants.check(type, value.data(), offset);
        scope.values.add(new ValueSlot(type, offset), offset);
    }

    private void checkValuesConsumed() {
        List<ValueSlot> values = scope.values.all();
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isConsumed()) {
                throw InvalidComponentException.invalid(
                        values.get(i).offset(),
                        "value index " + i + " was not used as part of an instantiation, start function, or export");
            }
        }
    }
}
