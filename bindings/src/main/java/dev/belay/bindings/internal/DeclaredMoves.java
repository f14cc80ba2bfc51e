package dev.belay.bindings.internal;

import dev.belay.component.abi.Layout;
import dev.belay.wit.name.JavaNames;
import dev.belay.wit.resolve.TypeRef;
import dev.belay.wit.resolve.WitType;
import java.util.List;
import java.util.Optional;

/** Writes, for each type that has a class, the two methods that lift and lower it. */
final class DeclaredMoves {
    private final JavaTypes types;
    private final SourceText text;
    private final Moves moves;

    DeclaredMoves(JavaTypes types, Moves moves) {
        this.types = types;
        this.text = types.text();
        this.moves = moves;
    }

    /** Nothing for resources and aliases. */
    void write(WitType type) {
        String name = JavaNames.pascalCase(type.name());
        switch (type.body()) {
            case WitType.Resource _, WitType.Alias _ -> {}
            case WitType.Record body -> {
                List<String> fields = Members.fields(body);
                List<Long> offsets = Moves.offsets(body.fields().stream().map(WitType.Field::type).toList());
                text.blank().open("public static " + types.declared(type) + " lift" + name + "(" + moves.address() + " at)");
                var parts = new java.util.ArrayList<String>();
                for (int i = 0; i < fields.size(); i++) {
                    parts.add(moves.lift(body.fields().get(i).type(), FlatMoves.at("at", offsets.get(i))));
                }
                text.line("return new " + types.declared(type) + "(" + String.join(", ", parts) + ");").close();
                text.blank().open("public static void lower" + name + "(" + types.declared(type) + " value, " + moves.address() + " at)");
                for (int i = 0; i < fields.size(); i++) {
                    moves.lower(body.fields().get(i).type(), "value." + fields.get(i) + "()", FlatMoves.at("at", offsets.get(i)));
                }
                text.close();
            }
            case WitType.Variant body -> variant(type, name, body);
            case WitType.Enum(var cases) -> {
                int size = Layout.discriminantSize(cases.size());
                text.blank().open("public static " + types.declared(type) + " lift" + name + "(" + moves.address() + " at)");
                text.line("return " + types.sdk("Cabi") + ".constant(" + types.declared(type) + ".values(), " + discriminant(size) + ");").close();
                text.blank().open("public static void lower" + name + "(" + types.declared(type) + " value, " + moves.address() + " at)");
                text.line(putDiscriminant(size, "value.ordinal()")).close();
            }
            case WitType.Flags(var flags) -> flags(type, name, Layout.flagsSize(flags.size()));
        }
    }

    private void variant(WitType type, String name, WitType.Variant body) {
        List<String> cases = Members.cases(type, body);
        String java = types.declared(type);
        int size = Layout.discriminantSize(cases.size());
        String at = Moves.payload(body.cases().stream().map(WitType.Case::type).toList());
        text.blank().open("public static " + java + " lift" + name + "(" + moves.address() + " at)");
        text.open("return switch (" + discriminant(size) + ")");
        for (int i = 0; i < cases.size(); i++) {
            text.line("case " + i + " -> new " + java + "." + cases.get(i) + "("
                    + body.cases().get(i).type().map(t -> moves.lift(t, at)).orElse("") + ");");
        }
        text.line("default -> throw " + types.sdk("Cabi") + ".invalid(\"" + type.name() + "\");");
        text.closeStatement().close();
        text.blank().open("public static void lower" + name + "(" + java + " value, " + moves.address() + " at)");
        for (int i = 0; i < cases.size(); i++) {
            Optional<TypeRef> payload = body.cases().get(i).type();
            String head = "if (value instanceof " + java + "." + cases.get(i) + (payload.isPresent() ? " its)" : ")");
            if (i == 0) {
                text.open(head);
            } else {
                text.next("else " + head);
            }
            text.line(putDiscriminant(size, Integer.toString(i)));
            payload.ifPresent(t -> moves.lower(t, "its.value()", at));
        }
        text.close().close();
    }

    private void flags(WitType type, String name, int size) {
        String java = types.declared(type);
        String set = text.use("java.util.Set") + "<" + java + ">";
        text.blank().open("public static " + set + " lift" + name + "(" + moves.address() + " at)");
        text.line("int bits = " + discriminant(size) + ";");
        text.line("var set = " + text.use("java.util.EnumSet") + ".noneOf(" + java + ".class);");
        text.open("for (" + java + " each : " + java + ".values())");
        text.open("if ((bits & 1 << each.ordinal()) != 0)").line("set.add(each);").close().close();
        text.line("return set;").close();
        text.blank().open("public static void lower" + name + "(" + set + " value, " + moves.address() + " at)");
        text.line("int bits = 0;");
        text.open("for (" + java + " each : value)").line("bits |= 1 << each.ordinal();").close();
        text.line(putDiscriminant(size, "bits")).close();
    }

    private static String discriminant(int size) {
        return size == 1 ? "at.getByte() & 0xFF" : size == 2 ? "at.getShort() & 0xFFFF" : "at.getInt()";
    }

    private static String putDiscriminant(int size, String value) {
        return size == 1
                ? "at.putByte((byte) " + value + ");"
                : size == 2 ? "at.putShort((short) " + value + ");" : "at.putInt(" + value + ");";
    }
}
