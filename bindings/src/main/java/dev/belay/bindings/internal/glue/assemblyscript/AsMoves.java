package dev.belay.bindings.internal.glue.assemblyscript;

import dev.belay.bindings.internal.glue.Declared;
import dev.belay.bindings.internal.glue.FlatMove;
import dev.belay.bindings.internal.glue.Lines;
import dev.belay.bindings.internal.glue.Parts;
import dev.belay.bindings.internal.glue.Type;
import dev.belay.component.abi.Layout;
import dev.belay.component.model.Primitive;
import dev.belay.component.type.ValueType;
import dev.belay.wit.resolve.WitType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes expressions that lift values from memory and statements that lower them, and the functions that these call. */
final class AsMoves {
    private final AsNames names;
    private final Lines text;

    AsMoves(AsNames names, Lines text) {
        this.names = names;
        this.text = text;
    }

    String lift(Type type, String at) {
        return switch (type) {
            case Type.Scalar(Primitive primitive) when primitive == Primitive.BOOL -> "load<u8>(" + at + ") != 0";
            case Type.Scalar _ -> "load<" + names.type(type) + ">(" + at + ")";
            case Type.Text _ -> "liftText_(" + at + ")";
            case Type.ListOf(Type.Scalar element) -> "liftNumbers_<" + names.type(element) + ">(" + at + ")";
            case Type.Handle _ -> "new " + names.type(type) + "(load<i32>(" + at + "))";
            case Type.Named(var named) when number(named).isPresent() ->
                "<" + names.type(type) + ">load<" + number(named).get() + ">(" + at + ")";
            default -> "lift_" + names.word(type) + "(" + at + ")";
        };
    }

    String lower(Type type, String value, String at) {
        return switch (type) {
            case Type.Scalar(Primitive primitive) when primitive == Primitive.BOOL -> "store<u8>(" + at + ", <u8>" + value + ");";
            case Type.Scalar _ -> "store<" + names.type(type) + ">(" + at + ", " + value + ");";
            case Type.Text _ -> "lowerText_(" + value + ", " + at + ");";
            case Type.ListOf(Type.Scalar element) -> "lowerNumbers_<" + names.type(element) + ">(" + value + ", " + at + ");";
            case Type.Handle(var resource, boolean owned) ->
                "store<i32>(" + at + ", " + value + (owned || !resource.part().exporting() ? ".handle" : ".rep") + ");";
            case Type.Named(var named) when number(named).isPresent() ->
                "store<" + number(named).get() + ">(" + at + ", <" + number(named).get() + ">" + value + ");";
            default -> "lower_" + names.word(type) + "(" + value + ", " + at + ");";
        };
    }

    /** How an enum or flags lie in memory. */
    static Optional<String> number(Declared type) {
        return switch (type.abi()) {
            case ValueType.Enum e -> Optional.of("u" + 8 * Layout.discriminantSize(e.labels().size()));
            case ValueType.Flags f -> Optional.of("u" + 8 * Layout.flagsSize(f.labels().size()));
            default -> Optional.empty();
        };
    }

    static String at(long offset) {
        return offset == 0 ? "at" : "at + " + offset;
    }

    /** The two functions of a type that is neither a number nor a text, a handle or a list of numbers. */
    void functions(Type type) {
        if (type instanceof Type.ListOf(Type.Scalar _) || type instanceof Type.Named(var named) && number(named).isPresent()) {
            return;
        }
        String its = names.type(type);
        String word = names.word(type);
        text.blank().open("function lift_" + word + "(at: usize): " + its);
        liftBody(type);
        text.close();
        text.blank().open("function lower_" + word + "(value: " + its + ", at: usize): void");
        lowerBody(type);
        text.close();
    }

    private void liftBody(Type type) {
        String its = names.type(type);
        switch (type) {
            case Type.ListOf(var element) -> {
                text.line("const from = load<usize>(at);").line("const length = load<i32>(at + 4);");
                text.line("const list = new " + its + "();");
                text.open("for (let i = 0; i < length; i++)").line("list.push(" + lift(element, "from + <usize>i * " + Layout.size(element.abi())) + ");").close();
                text.line("free_(from, <usize>length);").line("return list;");
            }
            case Type.Option(var some) -> {
                String payload = payload(List.of(Optional.empty(), Optional.of(some)));
                text.line("return load<u8>(at) != 0 ? some<" + names.type(some) + ">(" + lift(some, payload) + ") : none<" + names.type(some) + ">();");
            }
            case Type.Result(var ok, var error) -> {
                String payload = payload(List.of(ok, error));
                String types = "<" + ok.map(names::type).orElse("Unit") + ", " + error.map(names::type).orElse("Unit") + ">";
                text.line("return load<u8>(at) == 0 ? ok" + types + "(" + ok.map(t -> lift(t, payload)).orElse("0") + ") : err" + types + "("
                        + error.map(t -> lift(t, payload)).orElse("0") + ");");
            }
            case Type.Tuple(var all) -> text.line("return new " + its + "(" + parts(all) + ");");
            case Type.Named(var named) when named.type().body() instanceof WitType.Record ->
                text.line("return new " + its + "(" + parts(named.payloads()) + ");");
            case Type.Named(var named) -> {
                var cases = ((WitType.Variant) named.type().body()).cases();
                List<Optional<Type>> members = Parts.perMember(named);
                String payload = payload(members);
                text.open("switch (" + discriminant(cases.size()) + ")");
                for (int i = 0; i < cases.size(); i++) {
                    String made = names.part(named.part()) + "." + names.caseClass(named, cases.get(i).name());
                    text.line((i == cases.size() - 1 ? "default" : "case " + i) + ": return new " + made + "("
                            + members.get(i).map(t -> lift(t, payload)).orElse("") + ");");
                }
                text.close();
            }
            default -> throw new IllegalStateException("no function for " + type);
        }
    }

    private static String discriminant(int cases) {
        return "<i32>load<u" + 8 * Layout.discriminantSize(cases) + ">(at)";
    }

    private String parts(List<Type> all) {
        List<Long> offsets = offsets(all);
        var parts = new ArrayList<String>();
        for (int i = 0; i < all.size(); i++) {
            parts.add(lift(all.get(i), at(offsets.get(i))));
        }
        return String.join(", ", parts);
    }

    private void lowerBody(Type type) {
        switch (type) {
            case Type.ListOf(var element) -> {
                text.line("const to = allocate_(<usize>value.length * " + Layout.size(element.abi()) + ");");
                text.line("store<usize>(at, to);").line("store<i32>(at + 4, value.length);");
                text.open("for (let i = 0; i < value.length; i++)").line(lower(element, "value[i]", "to + <usize>i * " + Layout.size(element.abi()))).close();
            }
            case Type.Option(var some) -> {
                text.line("store<u8>(at, <u8>value.isSome);");
                text.open("if (value.isSome)").line(lower(some, "value.value", payload(List.of(Optional.empty(), Optional.of(some))))).close();
            }
            case Type.Result(var ok, var error) -> {
                String payload = payload(List.of(ok, error));
                text.line("store<u8>(at, <u8>value.isErr);");
                ok.ifPresent(t -> text.open("if (!value.isErr)").line(lower(t, "value.ok", payload)).close());
                error.ifPresent(t -> text.open("if (value.isErr)").line(lower(t, "value.err", payload)).close());
            }
            case Type.Tuple(var all) -> {
                List<Long> offsets = offsets(all);
                for (int i = 0; i < all.size(); i++) {
                    text.line(lower(all.get(i), "value.f" + i, at(offsets.get(i))));
                }
            }
            case Type.Named(var named) when named.type().body() instanceof WitType.Record(var fields) -> {
                List<Long> offsets = offsets(named.payloads());
                for (int i = 0; i < fields.size(); i++) {
                    text.line(lower(named.payloads().get(i), "value." + AsNames.variable(fields.get(i).name()), at(offsets.get(i))));
                }
            }
            case Type.Named(var named) -> {
                var cases = ((WitType.Variant) named.type().body()).cases();
                List<Optional<Type>> members = Parts.perMember(named);
                String payload = payload(members);
                String integer = "u" + 8 * Layout.discriminantSize(cases.size());
                text.line("store<" + integer + ">(at, <" + integer + ">value.tag);");
                for (int i = 0; i < cases.size(); i++) {
                    if (members.get(i).isPresent()) {
                        String made = names.part(named.part()) + "." + names.caseClass(named, cases.get(i).name());
                        text.open("if (value.tag == " + i + ")");
                        text.line(lower(members.get(i).get(), "changetype<" + made + ">(value).value", payload)).close();
                    }
                }
            }
            default -> throw new IllegalStateException("no function for " + type);
        }
    }

    private static String payload(List<Optional<Type>> cases) {
        int alignment = cases.stream().flatMap(Optional::stream).mapToInt(t -> Layout.alignment(t.abi())).max().orElse(1);
        return at(Layout.payloadOffset(cases.size(), alignment));
    }

    private static List<Long> offsets(List<Type> all) {
        var offsets = new ArrayList<Long>();
        long at = 0;
        for (Type type : all) {
            at = Layout.align(at, Layout.alignment(type.abi()));
            offsets.add(at);
            at += Layout.size(type.abi());
        }
        return offsets;
    }

    /** Statements that put flat values into memory. */
    void store(List<FlatMove> moves, String at, List<String> flat) {
        moves.forEach(move -> {
            switch (move) {
                case FlatMove.Value v -> store(v, at, flat);
                case FlatMove.Choice(var discriminant, var cases) -> {
                    store(discriminant, at, flat);
                    each(flat.get(discriminant.index()), cases, its -> store(its, at, flat));
                }
            }
        });
    }

    private void store(FlatMove.Value v, String at, List<String> flat) {
        text.line("store<" + AsFlat.cell(v) + ">(" + at + " + " + v.offset() + ", <" + AsFlat.cell(v) + ">" + flat.get(v.index()) + ");");
    }

    /** Statements that fill variables, which are zero, from memory. */
    void load(List<FlatMove> moves, String at, List<String> flat) {
        moves.forEach(move -> {
            switch (move) {
                case FlatMove.Value v -> load(v, at, flat);
                case FlatMove.Choice(var discriminant, var cases) -> {
                    load(discriminant, at, flat);
                    each(flat.get(discriminant.index()), cases, its -> load(its, at, flat));
                }
            }
        });
    }

    private void load(FlatMove.Value v, String at, List<String> flat) {
        String loaded = "load<" + AsFlat.cell(v) + ">(" + at + " + " + v.offset() + ")";
        text.line(flat.get(v.index()) + " = " + AsFlat.widened(v, loaded) + ";");
    }

    private void each(String discriminant, List<List<FlatMove>> cases, java.util.function.Consumer<List<FlatMove>> write) {
        for (int i = 0; i < cases.size(); i++) {
            if (!cases.get(i).isEmpty()) {
                text.open("if (" + discriminant + " == " + i + ")");
                write.accept(cases.get(i));
                text.close();
            }
        }
    }
}
