package dev.belay.runtime.internal.fuse;

import dev.belay.component.abi.Layout;
import dev.belay.component.model.Primitive;
import dev.belay.component.type.ValueType;
import java.util.List;

/** Types whose every value is the same bytes for everyone, without gaps: they are copied as a whole. */
final class Plain {
    private Plain() {}

    static boolean is(ValueType type) {
        return switch (type) {
            case ValueType.Prim(Primitive primitive) ->
                switch (primitive) {
                    case S8, U8, S16, U16, S32, U32, S64, U64, F32, F64 -> true;
                    case BOOL, CHAR, STRING, ERROR_CONTEXT -> false;
                };
            case ValueType.Record record -> sequence(
                    type, record.fields().stream().map(ValueType.Field::type).toList());
            case ValueType.Tuple tuple -> sequence(type, tuple.types());
            case ValueType.FixedList list -> is(list.element());
            default -> false;
        };
    }

    /** What lies between the members is the sender's, and does not concern the receiver. */
    private static boolean sequence(ValueType type, List<ValueType> members) {
        return members.stream().allMatch(Plain::is)
                && members.stream().mapToLong(Layout::size).sum() == Layout.size(type);
    }
}
