package dev.belay.bindings.internal.glue.rust;

import dev.belay.bindings.internal.glue.FlatMove;
import dev.belay.bindings.internal.glue.Lines;
import dev.belay.bindings.internal.glue.Type;
import dev.belay.component.model.CoreValType;
import dev.belay.component.model.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes what takes flat values to Rust's, and back. */
final class RustFlat {
    private final Lines text;

    RustFlat(Lines text) {
        this.text = text;
    }

    static List<String> variables(int from, int count) {
        var all = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            all.add("p" + (from + i));
        }
        return all;
    }

    /**
     * The value as flat ones, if an expression for each will do.
     *
     * @param value as a parameter of {@link RustNames#param}
     */
    static Optional<List<String>> lowered(Type type, String value) {
        return switch (type) {
            case Type.Scalar(var primitive) ->
                Optional.of(List.of(switch (primitive) {
                    case F32, F64, S32, S64 -> value;
                    case U64 -> value + " as i64";
                    default -> value + " as i32";
                }));
            case Type.Text _ -> Optional.of(List.of(value + ".as_ptr() as i32", value + ".len() as i32"));
            case Type.ListOf _ -> Optional.of(List.of("room.list(" + reference(type, value) + ") as i32", value + ".len() as i32"));
            case Type.Handle(var _, boolean owned) -> Optional.of(List.of("Resource::handle(" + (owned ? "&" : "") + value + ")." + (owned ? "give" : "get") + "() as i32"));
            default -> RustNames.isNumber(type) ? Optional.of(List.of(value + ".number()")) : Optional.empty();
        };
    }

    static String reference(Type type, String value) {
        return type.holdsHandles() ? "&" + value : value;
    }

    static boolean needsRoom(Type type) {
        return !(type instanceof Type.Scalar || type instanceof Type.Text || type instanceof Type.Handle || RustNames.isNumber(type));
    }

    /** A number of a flat value. */
    static String scalar(Primitive primitive, String flat) {
        return switch (primitive) {
            case BOOL -> flat + " != 0";
            case CHAR -> "core::char::from_u32_unchecked(" + flat + " as u32)";
            case S8 -> flat + " as i8";
            case U8 -> flat + " as u8";
            case S16 -> flat + " as i16";
            case U16 -> flat + " as u16";
            case U32 -> flat + " as u32";
            case U64 -> flat + " as u64";
            default -> flat;
        };
    }

    /** Statements that put flat values into memory. */
    void store(List<FlatMove> moves, String at, List<String> flat) {
        moves.forEach(move -> store(move, at, flat));
    }

    private void store(FlatMove move, String at, List<String> flat) {
        switch (move) {
            case FlatMove.Value v -> {
                String cell = cell(v);
                String value = flat.get(v.index());
                text.line("(" + offset(at, v) + " as *mut " + cell + ").write(" + (core(v).equals(cell) ? value : value + " as " + cell) + ");");
            }
            case FlatMove.Choice(var discriminant, var cases) -> {
                store(discriminant, at, flat);
                cases(flat.get(discriminant.index()), cases, each -> store(each, at, flat));
            }
        }
    }

    /** Statements that fill variables, which are zero, from memory. */
    void load(List<FlatMove> moves, String at, List<String> flat) {
        moves.forEach(move -> load(move, at, flat));
    }

    private void load(FlatMove move, String at, List<String> flat) {
        switch (move) {
            case FlatMove.Value v -> {
                String cell = cell(v);
                String loaded = "(" + offset(at, v) + " as *const " + cell + ").read()";
                if (core(v).equals("i64") && cell.equals("i32")) {
                    loaded += " as u32"; // padded without a sign
                }
                text.line(flat.get(v.index()) + " = " + (core(v).equals(cell) ? loaded : loaded + " as " + core(v)) + ";");
            }
            case FlatMove.Choice(var discriminant, var cases) -> {
                load(discriminant, at, flat);
                cases(flat.get(discriminant.index()), cases, each -> load(each, at, flat));
            }
        }
    }

    private void cases(String discriminant, List<List<FlatMove>> cases, Consumer<FlatMove> write) {
        for (int i = 0; i < cases.size(); i++) {
            if (!cases.get(i).isEmpty()) {
                text.open("if " + discriminant + " == " + i);
                cases.get(i).forEach(write);
                text.close();
            }
        }
    }

    private static String offset(String at, FlatMove.Value value) {
        return value.offset() == 0 ? at : at + ".add(" + value.offset() + ")";
    }

    private static String core(FlatMove.Value value) {
        return RustNames.core(value.core());
    }

    private static String cell(FlatMove.Value value) {
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
}
