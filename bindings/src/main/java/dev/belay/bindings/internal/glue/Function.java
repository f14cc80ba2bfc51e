package dev.belay.bindings.internal.glue;

import dev.belay.component.abi.Flattening;
import dev.belay.component.abi.Layout;
import dev.belay.component.model.CoreValType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import dev.belay.wit.resolve.WitFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A function, and how a core function passes its values.
 *
 * @param size of all parameters where they are passed through memory, in bytes
 * @param alignment of them there
 */
public record Function(
        Part part, WitFunction wit, List<Param> params, Optional<Type> result, FunctionType type, long size, int alignment) {
    /**
     * @param offset where it lies when parameters are passed through memory, in bytes
     * @param flat its flat types, when they are not
     */
    public record Param(String name, Type type, long offset, List<CoreValType> flat) {}

    static Function of(Part part, WitFunction wit, List<Type> types, Optional<Type> result) {
        var fields = new ArrayList<ValueType.Field>();
        var params = new ArrayList<Param>();
        long at = 0;
        int alignment = 1;
        for (int i = 0; i < types.size(); i++) {
            ValueType abi = types.get(i).abi();
            String name = wit.params().get(i).name();
            at = Layout.align(at, Layout.alignment(abi));
            fields.add(new ValueType.Field(name, abi));
            params.add(new Param(name, types.get(i), at, Flattening.flatten(abi)));
            at += Layout.size(abi);
            alignment = Math.max(alignment, Layout.alignment(abi));
        }
        var type = new FunctionType(false, fields, result.map(Type::abi));
        return new Function(part, wit, List.copyOf(params), result, type, Layout.align(at, alignment), alignment);
    }

    public String name() {
        return wit.name();
    }

    public String docs() {
        return wit.meta().docs();
    }

    /** Whether parameters are passed through memory. */
    public boolean paramsSpill() {
        return Flattening.paramsSpill(type);
    }

    /** Whether the result is: to where the caller of an import says, or from where an export says. */
    public boolean resultSpills() {
        return Flattening.resultSpills(type);
    }

    /** The core type of a result that is a core value. */
    public Optional<CoreValType> flatResult() {
        return result.isEmpty() || resultSpills() ? Optional.empty() : Optional.of(Flattening.flattenResult(type).getFirst());
    }

    public String exportName() {
        return part.exportName(name());
    }

    /** The label of the resource that it belongs to. */
    public Optional<String> resource() {
        return wit.resource().map(r -> r.name());
    }

    /** A label for it that has its resource's name before its own. */
    public String label() {
        return resource().map(r -> r + "-" + wit.itemName()).orElseGet(wit::itemName);
    }

    public boolean isMethod() {
        return wit.kind() == WitFunction.Kind.METHOD;
    }

    public boolean isConstructor() {
        return wit.kind() == WitFunction.Kind.CONSTRUCTOR;
    }
}
