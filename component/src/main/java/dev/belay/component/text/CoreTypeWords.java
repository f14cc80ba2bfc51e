package dev.belay.component.text;

import dev.belay.component.model.CoreSort;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreType.Composite;
import dev.belay.component.model.CoreType.CoreExtern;
import dev.belay.component.model.CoreType.CoreField;
import dev.belay.component.model.CoreType.Limits;
import dev.belay.component.model.CoreType.Storage;
import dev.belay.component.model.CoreType.SubType;
import dev.belay.component.model.CoreValType;
import dev.belay.component.model.CoreValType.AbstractHeap;
import dev.belay.component.model.CoreValType.Heap;
import dev.belay.component.model.CoreValType.IndexedHeap;
import java.util.List;
import java.util.stream.Collectors;

/** Core types as the core text format writes them. */
final class CoreTypeWords {
    private final IndexNames names;

    CoreTypeWords(IndexNames names) {
        this.names = names;
    }

    String type(int index) {
        return names.use(CoreSort.TYPE, index);
    }

    String value(CoreValType type) {
        return switch (type) {
            case CoreValType.Num n -> n.text();
            case CoreValType.Ref(boolean nullable, AbstractHeap heap, boolean shorthand) when nullable && shorthand ->
                shorthand(heap);
            case CoreValType.Ref r -> "(ref " + (r.nullable() ? "null " : "") + heap(r.heap()) + ")";
        };
    }

    /** The bottom types' abbreviations are not their names with {@code ref} after them. */
    private static String shorthand(AbstractHeap heap) {
        return switch (heap) {
            case NONE -> "nullref";
            case NOFUNC -> "nullfuncref";
            case NOEXTERN -> "nullexternref";
            case NOEXN -> "nullexnref";
            case NOCONT -> "nullcontref";
            default -> heap.text() + "ref";
        };
    }

    String heap(Heap heap) {
        return switch (heap) {
            case AbstractHeap h -> h.text();
            case IndexedHeap h -> type(h.type());
        };
    }

    /** {@code (sub final 1 (func …))}, or the bare composite type. */
    String sub(SubType type) {
        if (!type.explicit()) {
            return composite(type.type());
        }
        String supers = type.supers().stream().map(s -> type(s) + " ").collect(Collectors.joining());
        return "(sub " + (type.isFinal() ? "final " : "") + supers + composite(type.type()) + ")";
    }

    private String composite(Composite type) {
        return switch (type) {
            case CoreType.Func f -> "(func" + params(f.params()) + results(f.results()) + ")";
            case CoreType.Struct s -> "(struct"
                    + s.fields().stream().map(f -> " (field " + field(f) + ")").collect(Collectors.joining()) + ")";
            case CoreType.Array a -> "(array " + field(a.element()) + ")";
        };
    }

    String params(List<CoreValType> types) {
        return group(" (param", types);
    }

    String results(List<CoreValType> types) {
        return group(" (result", types);
    }

    private String group(String opening, List<CoreValType> types) {
        return types.isEmpty()
                ? ""
                : opening + types.stream().map(t -> " " + value(t)).collect(Collectors.joining()) + ")";
    }

    private String field(CoreField field) {
        String storage = switch (field.storage()) {
            case Storage.Of s -> value(s.type());
            case Storage.Packed p -> "i" + p.bits();
        };
        return field.mutable() ? "(mut " + storage + ")" : storage;
    }

    /** {@code func (;0;) (type 1)}, without its parentheses, with {@code mark} after the sort. */
    String extern(CoreExtern type, String mark) {
        return switch (type) {
            case CoreExtern.Func t -> "func " + mark + " (type " + type(t.type()) + ")";
            case CoreExtern.Table t -> "table " + mark + " " + table(t);
            case CoreExtern.Memory t -> "memory " + mark + " " + limits(t.limits());
            case CoreExtern.Global t -> "global " + mark + " " + global(t);
            case CoreExtern.Tag t -> "tag " + mark + " (type " + type(t.type()) + ")";
        };
    }

    String table(CoreExtern.Table type) {
        return limits(type.limits()) + " " + value(type.element());
    }

    String global(CoreExtern.Global type) {
        return type.mutable() ? "(mut " + value(type.type()) + ")" : value(type.type());
    }

    String limits(Limits limits) {
        var text = new StringBuilder(limits.is64() ? "i64 " : "");
        text.append(Long.toUnsignedString(limits.min()));
        limits.max().ifPresent(max -> text.append(' ').append(Long.toUnsignedString(max)));
        text.append(limits.shared() ? " shared" : "");
        limits.pageSizeLog2().ifPresent(log2 -> text.append(" (pagesize ").append(pageSize(log2)).append(')'));
        return text.toString();
    }

    private static String pageSize(int log2) {
        return log2 >= 0 && log2 < Long.SIZE - 1 ? Long.toString(1L << log2) : "2^" + Integer.toUnsignedString(log2);
    }

    static CoreSort sortOf(CoreExtern type) {
        return switch (type) {
            case CoreExtern.Func _ -> CoreSort.FUNC;
            case CoreExtern.Table _ -> CoreSort.TABLE;
            case CoreExtern.Memory _ -> CoreSort.MEMORY;
            case CoreExtern.Global _ -> CoreSort.GLOBAL;
            case CoreExtern.Tag _ -> CoreSort.TAG;
        };
    }
}
