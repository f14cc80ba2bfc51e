package dev.belay.bindings.internal.glue.zig;

import dev.belay.bindings.internal.glue.FlatMove;
import dev.belay.bindings.internal.glue.Lines;
import dev.belay.bindings.internal.glue.Type;
import dev.belay.component.model.CoreValType;
import dev.belay.component.model.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes what takes flat values to Zig's, and back. */
final class ZigFlat {
    private final ZigNames names;
    private final Lines text;

    ZigFlat(ZigNames names, Lines text) {
        this.names = names;
        this.text = text;
    }

    static List<String> variables(int from, int count) {
        var all = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            all.add("p" + (from + i));
        }
        return all;
    }

    /** The value as flat ones, if an expression for each will do. */
    Optional<List<String>> lowered(Type type, String value) {
        return switch (type) {
            case Type.Scalar(var primitive) ->
                Optional.of(List.of(switch (primitive) {
                    case BOOL -> "@as(i32, @intFromBool(" + value + "))";
                    case U32, CHAR -> "cut(i32, " + value + ")";
                    case U64 -> "cut(i64, " + value + ")";
                    default -> value;
                }));
            case Type.Text _, Type.ListOf _ -> Optional.of(List.of("address(" + value + ".ptr)", "cut(i32, " + value + ".len)"));
            case Type.Handle(var resource, boolean owned) ->
                Optional.of(List.of(owned || !resource.part().exporting() ? value + ".handle" : "address(" + value + ")"));
            default -> Optional.empty();
        };
    }

    /** A value of flat ones, if an expression will do. */
    Optional<String> lifted(Type type, List<String> flat) {
        String first = flat.getFirst();
        return switch (type) {
            case Type.Scalar(Primitive primitive) ->
                Optional.of(switch (primitive) {
                    case BOOL -> first + " != 0";
                    case F32, F64, S32, S64 -> first;
                    default -> "cut(" + names.type(type, "") + ", " + first + ")";
                });
            case Type.Text _, Type.ListOf _ -> Optional.of("listOf(" + names.type(type, "") + ", " + first + ", " + flat.get(1) + ")");
            case Type.Handle(var resource, boolean owned) ->
                Optional.of(owned || !resource.part().exporting()
                        ? names.type(type, "") + "{ .handle = " + first + " }"
                        : "pointerOf(" + names.implementation(resource) + ", " + first + ")");
            default -> Optional.empty();
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
                text.line("store(" + at + " + " + v.offset() + ", " + (cell.equals(ZigNames.core(v.core())) ? value : "cut(" + cell + ", " + value + ")") + ");");
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
                String loaded = "load(" + cell(v) + ", " + at + " + " + v.offset() + ")";
                boolean wider = v.core() == CoreValType.I64 && !cell(v).equals("i64");
                text.line(flat.get(v.index()) + " = " + (wider ? "pad(" + loaded + ")" : loaded) + ";");
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
                text.open("if (" + discriminant + " == " + i + ")");
                cases.get(i).forEach(write);
                text.close();
            }
        }
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
