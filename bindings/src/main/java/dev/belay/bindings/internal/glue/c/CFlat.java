package dev.belay.bindings.internal.glue.c;

import dev.belay.bindings.internal.glue.FlatMove;
import dev.belay.bindings.internal.glue.Lines;
import dev.belay.bindings.internal.glue.Type;
import dev.belay.component.abi.Layout;
import dev.belay.component.model.CoreValType;
import dev.belay.component.model.Primitive;
import dev.belay.component.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what takes flat values to C's, and back. */
final class CFlat {
    private final CNames names;
    private final Lines text;

    CFlat(CNames names, Lines text) {
        this.names = names;
        this.text = text;
    }

    static String core(CoreValType type) {
        return switch (type) {
            case CoreValType.Num.I32 -> "int32_t";
            case CoreValType.Num.I64 -> "int64_t";
            case CoreValType.Num.F32 -> "float";
            case CoreValType.Num.F64 -> "double";
            default -> throw new IllegalStateException("no core type of flat values: " + type.text());
        };
    }

    /** The value as flat ones, if an expression for each will do. */
    Optional<List<String>> lowered(Type type, String value) {
        return switch (type) {
            case Type.Scalar(var primitive) ->
                Optional.of(List.of(switch (primitive) {
                    case F32, F64 -> value;
                    case S64, U64 -> "(int64_t) " + value;
                    default -> "(int32_t) " + value;
                }));
            case Type.Text _, Type.ListOf _ -> Optional.of(List.of("(int32_t) " + value + ".ptr", "(int32_t) " + value + ".len"));
            case Type.Handle(var resource, boolean owned) ->
                Optional.of(List.of(owned || !resource.part().exporting() ? value + ".handle" : "(int32_t) " + value));
            case Type.Named(var named) when isNumber(named.abi()) -> Optional.of(List.of("(int32_t) " + value));
            default -> Optional.empty();
        };
    }

    private static boolean isNumber(ValueType abi) {
        return abi instanceof ValueType.Enum || abi instanceof ValueType.Flags;
    }

    /** A value of flat ones, if an expression will do. */
    Optional<String> lifted(Type type, List<String> flat) {
        String its = names.type(type);
        String first = flat.getFirst();
        return switch (type) {
            case Type.Scalar(Primitive primitive) ->
                Optional.of(switch (primitive) {
                    case BOOL -> first + " != 0";
                    case F32, F64 -> first;
                    default -> "(" + its + ") " + first;
                });
            case Type.Text _ -> Optional.of("(" + its + ") { (char *) " + first + ", (size_t) " + flat.get(1) + " }");
            case Type.ListOf(var element) ->
                Optional.of("(" + its + ") { (" + names.variable(element, "*") + ") " + first + ", (size_t) " + flat.get(1) + " }");
            case Type.Handle(var resource, boolean owned) ->
                Optional.of(owned || !resource.part().exporting() ? "(" + its + ") { " + first + " }" : "(" + its + ") " + first);
            case Type.Named(var named) when isNumber(named.abi()) -> Optional.of("(" + its + ") " + first);
            default -> Optional.empty();
        };
    }

    /** Statements that put flat values into memory at {@code at}. */
    void store(ValueType type, List<CoreValType> core, List<String> flat) {
        FlatMove.of(type, core).forEach(move -> store(move, flat));
    }

    private void store(FlatMove move, List<String> flat) {
        switch (move) {
            case FlatMove.Value v ->
                text.line("belay_store_" + cell(v) + "(at, " + v.offset() + ", " + narrowed(v, flat.get(v.index())) + ");");
            case FlatMove.Choice(var discriminant, var cases) -> {
                store(discriminant, flat);
                cases(flat.get(discriminant.index()), cases, each -> store(each, flat));
            }
        }
    }

    /** Statements that fill variables, which are zero, from memory at {@code at}. */
    void load(ValueType type, List<CoreValType> core, List<String> flat) {
        FlatMove.of(type, core).forEach(move -> load(move, flat));
    }

    private void load(FlatMove move, List<String> flat) {
        switch (move) {
            case FlatMove.Value v ->
                text.line(flat.get(v.index()) + " = " + widened(v, "belay_load_" + cell(v) + "(at, " + v.offset() + ")") + ";");
            case FlatMove.Choice(var discriminant, var cases) -> {
                load(discriminant, flat);
                cases(flat.get(discriminant.index()), cases, each -> load(each, flat));
            }
        }
    }

    private void cases(String discriminant, List<List<FlatMove>> cases, java.util.function.Consumer<FlatMove> write) {
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
            case S8 -> "s8";
            case U16 -> "u16";
            case S16 -> "s16";
            // Bits that travel as an integer stay one.
            case F32 -> value.core() == CoreValType.F32 ? "f32" : "i32";
            case F64 -> value.core() == CoreValType.F64 ? "f64" : "i64";
            case I32 -> "i32";
            case I64 -> "i64";
        };
    }

    private static String narrowed(FlatMove.Value value, String flat) {
        return switch (cell(value)) {
            case "f32", "f64", "i64" -> flat;
            case "i32" -> "(int32_t) " + flat;
            case "u8" -> "(uint8_t) " + flat;
            case "s8" -> "(int8_t) " + flat;
            case "u16" -> "(uint16_t) " + flat;
            default -> "(int16_t) " + flat;
        };
    }

    /** To 64 bits without a sign, as the ABI pads. */
    private static String widened(FlatMove.Value value, String loaded) {
        boolean wider = value.core() == CoreValType.I64 && !cell(value).equals("i64");
        return wider ? "(int64_t) (uint32_t) " + loaded : loaded;
    }

    static List<String> flat(int from, int count) {
        var all = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            all.add("p" + (from + i));
        }
        return all;
    }

    static int size(Type type) {
        return (int) Layout.size(type.abi());
    }
}
