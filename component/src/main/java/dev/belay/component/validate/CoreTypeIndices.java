package dev.belay.component.validate;

import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Replaces the type indices within core types. What is left does not tell how the type was written. */
final class CoreTypeIndices {
    private CoreTypeIndices() {}

    static CoreType.SubType replace(CoreType.SubType type, IntUnaryOperator indices) {
        CoreType.Composite composite = switch (type.type()) {
            case CoreType.Func t -> new CoreType.Func(all(t.params(), indices), all(t.results(), indices));
            case CoreType.Struct t ->
                new CoreType.Struct(t.fields().stream().map(f -> replace(f, indices)).toList());
            case CoreType.Array t -> new CoreType.Array(replace(t.element(), indices));
        };
        var supers = type.supers().stream().map(indices::applyAsInt).toList();
        return new CoreType.SubType(type.isFinal(), supers, composite, true);
    }

    static CoreValType replace(CoreValType type, IntUnaryOperator indices) {
        if (!(type instanceof CoreValType.Ref ref)) {
            return type;
        }
        CoreValType.Heap heap = ref.heap() instanceof CoreValType.IndexedHeap indexed
                ? new CoreValType.IndexedHeap(indices.applyAsInt(indexed.type()))
                : ref.heap();
        return new CoreValType.Ref(ref.nullable(), heap, false);
    }

    private static List<CoreValType> all(List<CoreValType> types, IntUnaryOperator indices) {
        return types.stream().map(t -> replace(t, indices)).toList();
    }

    private static CoreType.CoreField replace(CoreType.CoreField field, IntUnaryOperator indices) {
        CoreType.Storage storage = field.storage() instanceof CoreType.Storage.Of of
                ? new CoreType.Storage.Of(replace(of.type(), indices))
                : field.storage();
        return new CoreType.CoreField(storage, field.mutable());
    }
}
