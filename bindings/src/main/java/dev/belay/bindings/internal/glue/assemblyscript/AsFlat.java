package dev.belay.bindings.internal.glue.assemblyscript;

import dev.belay.bindings.internal.glue.FlatMove;
import dev.belay.bindings.internal.glue.Type;
import dev.belay.component.model.CoreValType;
import dev.belay.component.model.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Flat values of AssemblyScript's: where an expression will do. */
final class AsFlat {
    private AsFlat() {}

    static List<String> variables(int from, int count) {
        var all = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            all.add("p" + (from + i));
        }
        return all;
    }

    static Optional<String> lowered(Type type, String value) {
        return switch (type) {
            case Type.Scalar(var primitive) ->
                Optional.of(switch (primitive) {
                    case F32, F64 -> value;
                    case S64, U64 -> "<i64>" + value;
                    default -> "<i32>" + value;
                });
            case Type.Handle(var resource, boolean owned) -> Optional.of(value + (owned || !resource.part().exporting() ? ".handle" : ".rep"));
            case Type.Named(var named) when AsMoves.number(named).isPresent() -> Optional.of("<i32>" + value);
            default -> Optional.empty();
        };
    }

    static Optional<String> lifted(Type type, AsNames names, String flat) {
        return switch (type) {
            case Type.Scalar(Primitive primitive) -> Optional.of(primitive == Primitive.BOOL ? flat + " != 0" : "<" + names.type(type) + ">" + flat);
            case Type.Handle _ -> Optional.of("new " + names.type(type) + "(" + flat + ")");
            case Type.Named(var named) when AsMoves.number(named).isPresent() -> Optional.of("<" + names.type(type) + ">" + flat);
            default -> Optional.empty();
        };
    }

    static String cell(FlatMove.Value value) {
        return switch (value.cell()) {
            case U8 -> "u8";
            case S8 -> "i8";
            case U16 -> "u16";
            case S16 -> "i16";
            case I32 -> "i32";
            case I64 -> "i64";
            // Bits that travel as an integer stay one.
            case F32 -> value.core() == CoreValType.F32 ? "f32" : "i32";
            case F64 -> value.core() == CoreValType.F64 ? "f64" : "i64";
        };
    }

    /** To 64 bits without a sign, as the ABI pads. */
    static String widened(FlatMove.Value value, String loaded) {
        String core = AsNames.core(value.core());
        if (core.equals(cell(value))) {
            return loaded;
        }
        return core.equals("i64") ? "<i64><u32>" + loaded : "<" + core + ">" + loaded;
    }
}
