package dev.belay.bindings.internal;

import dev.belay.component.abi.Flattening;
import dev.belay.component.abi.Layout;
import dev.belay.component.model.CoreValType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import dev.belay.wit.name.JavaNames;
import dev.belay.wit.resolve.WitFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A function as generated code calls it.
 *
 * @param names of its parameters, in Java
 * @param offsets where the parameters are when they are passed through memory, in bytes
 * @param size of all of them there
 */
record Signature(
        WitFunction function,
        FunctionType type,
        List<String> names,
        List<Integer> offsets,
        int size,
        int alignment) {

    static Signature of(WitFunction function) {
        var unique = new Unique();
        var names = new ArrayList<String>();
        var params = new ArrayList<ValueType.Field>();
        var offsets = new ArrayList<Integer>();
        long at = 0;
        int alignment = 1;
        for (var param : function.params()) {
            ValueType shape = Shapes.of(param.type());
            names.add(unique.name(JavaNames.camelCase(param.name())));
            params.add(new ValueType.Field(param.name(), shape));
            at = Layout.align(at, Layout.alignment(shape));
            offsets.add((int) at);
            at += Layout.size(shape);
            alignment = Math.max(alignment, Layout.alignment(shape));
        }
        var type = new FunctionType(false, params, function.result().map(Shapes::of));
        return new Signature(function, type, names, offsets, (int) Layout.align(at, alignment), alignment);
    }

    boolean paramsSpill() {
        return Flattening.paramsSpill(type);
    }

    boolean resultSpills() {
        return Flattening.resultSpills(type);
    }

    List<CoreValType> flat(int param) {
        return Flattening.flatten(shape(param));
    }

    ValueType shape(int param) {
        return type.params().get(param).type();
    }

    Optional<CoreValType> flatResult() {
        List<CoreValType> flat = Flattening.flattenResult(type);
        return flat.size() == 1 ? Optional.of(flat.getFirst()) : Optional.empty();
    }

    int resultSize() {
        return type.result().map(t -> (int) Layout.size(t)).orElse(0);
    }

    int resultAlignment() {
        return type.result().map(Layout::alignment).orElse(1);
    }

    static String java(CoreValType type) {
        return switch (type) {
            case CoreValType.Num.I32 -> "int";
            case CoreValType.Num.I64 -> "long";
            case CoreValType.Num.F32 -> "float";
            case CoreValType.Num.F64 -> "double";
            default -> throw new IllegalStateException("no core type of flat values: " + type.text());
        };
    }
}
