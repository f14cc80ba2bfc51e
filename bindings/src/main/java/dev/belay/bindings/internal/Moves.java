package dev.belay.bindings.internal;

import dev.belay.component.abi.Layout;
import dev.belay.component.type.ValueType;
import dev.belay.wit.name.JavaNames;
import dev.belay.wit.resolve.TypeRef;
import dev.belay.wit.resolve.WitType;
import java.util.List;
import java.util.Optional;

/** Writes expressions that lift values from memory, and statements that lower them; what they need of methods comes after. */
final class Moves {
    private final JavaTypes types;
    private final SourceText text;
    private final JavaClass file;
    private final JavaClass abi;
    private final Helpers helpers;

    /**
     * @param file the class that is being written
     * @param abi the one that has the methods for its types
     */
    Moves(JavaTypes types, JavaClass file, JavaClass abi, Helpers helpers) {
        this.types = types;
        this.text = types.text();
        this.file = file;
        this.abi = abi;
        this.helpers = helpers;
    }

    String address() {
        return text.use("org.teavm.interop.Address");
    }

    private String cabi() {
        return types.sdk("Cabi");
    }

    String lift(TypeRef type, String at) {
        return switch (type) {
            case TypeRef.Prim(var keyword) -> liftPrimitive(keyword, at);
            case TypeRef.Named(var type1) when type1.root().body() instanceof WitType.Alias(var other) -> lift(other, at);
            case TypeRef.Named(var type1) when type1.isResource() -> handle(type1.root(), at + ".getInt()", true);
            case TypeRef.Named(var type1) -> call(type1.root(), "lift", at);
            case TypeRef.Own(var resource) -> handle(resource.root(), at + ".getInt()", true);
            case TypeRef.Borrow(var resource) -> handle(resource.root(), at + ".getInt()", false);
            case TypeRef.ListOf(var element) when JavaTypes.isByte(element) -> cabi() + ".liftBytes(" + at + ")";
            default -> helper(type, true) + "(" + at + ")";
        };
    }

    /** A resource by its handle. */
    String handle(WitType root, String handle, boolean owned) {
        String type = types.declared(root);
        if (types.places().isExported(root, types.exporting())) {
            String table = types.sdk("ExportedResource");
            String name = JavaNames.pascalCase(root.name());
            return "(" + type + ") " + (owned
                    ? table + ".received(" + handle + ", " + abi(root) + ".rep" + name + "(" + handle + "), " + abi(root) + "::drop"
                            + name + ")"
                    : table + ".of(" + handle + ")");
        }
        String its = owned
                ? ".owned(" + handle + ")"
                : ".lent(" + handle + ", " + abi(root) + "::drop" + JavaNames.pascalCase(root.name()) + ")";
        return "new " + type + "(" + types.sdk("Handle") + its + ")";
    }

    /** The number that a resource is passed as. */
    String number(TypeRef type, String value) {
        boolean owned = !(type instanceof TypeRef.Borrow);
        WitType root = switch (type) {
            case TypeRef.Own(var resource) -> resource.root();
            case TypeRef.Borrow(var resource) -> resource.root();
            case TypeRef.Named(var named) -> named.root();
            default -> throw new IllegalStateException("no resource: " + type);
        };
        if (types.places().isExported(root, types.exporting())) {
            return abi(root) + ".own" + JavaNames.pascalCase(root.name()) + "(" + value + ")";
        }
        return value + (owned ? ".handle().give()" : ".handle().lend()");
    }

    void lower(TypeRef type, String value, String at) {
        switch (type) {
            case TypeRef.Prim(var keyword) -> text.line(lowerPrimitive(keyword, value, at));
            case TypeRef.Named(var t) when t.root().body() instanceof WitType.Alias(var other) -> lower(other, value, at);
            case TypeRef.Named(var t) when t.isResource() -> text.line(at + ".putInt(" + number(type, value) + ");");
            case TypeRef.Named(var t) -> text.line(call(t.root(), "lower", value + ", " + at) + ";");
            case TypeRef.Own _, TypeRef.Borrow _ -> text.line(at + ".putInt(" + number(type, value) + ");");
            case TypeRef.ListOf(var element) when JavaTypes.isByte(element) ->
                text.line(cabi() + ".lowerBytes(" + value + ", " + at + ");");
            default -> text.line(helper(type, false) + "(" + value + ", " + at + ");");
        }
    }

    private String liftPrimitive(String keyword, String at) {
        return switch (keyword) {
            case "bool" -> at + ".getByte() != 0";
            case "s8" -> at + ".getByte()";
            case "u8" -> at + ".getByte() & 0xFF";
            case "s16" -> at + ".getShort()";
            case "u16" -> at + ".getShort() & 0xFFFF";
            case "s32", "char" -> at + ".getInt()";
            case "u32" -> at + ".getInt() & 0xFFFFFFFFL";
            case "s64", "u64" -> at + ".getLong()";
            case "f32" -> at + ".getFloat()";
            case "f64" -> at + ".getDouble()";
            case "string" -> cabi() + ".liftString(" + at + ")";
            default -> throw new IllegalStateException("no binding for " + keyword);
        };
    }

    private String lowerPrimitive(String keyword, String value, String at) {
        return switch (keyword) {
            case "bool" -> at + ".putByte((byte) (" + value + " ? 1 : 0));";
            case "s8" -> at + ".putByte(" + value + ");";
            case "u8" -> at + ".putByte((byte) " + value + ");";
            case "s16" -> at + ".putShort(" + value + ");";
            case "u16" -> at + ".putShort((short) " + value + ");";
            case "s32", "char" -> at + ".putInt(" + value + ");";
            case "u32" -> at + ".putInt((int) " + value + ");";
            case "s64", "u64" -> at + ".putLong(" + value + ");";
            case "f32" -> at + ".putFloat(" + value + ");";
            case "f64" -> at + ".putDouble(" + value + ");";
            default -> cabi() + ".lowerString(" + value + ", " + at + ");";
        };
    }

    private String abi(WitType root) {
        return text.use(types.places().ownerOf(root, types.exporting()).beside("Abi"));
    }

    private String call(WitType root, String verb, String arguments) {
        JavaClass owner = types.places().ownerOf(root, types.exporting()).beside("Abi");
        String method = verb + JavaNames.pascalCase(root.name()) + "(" + arguments + ")";
        return owner.equals(file) ? method : text.use(owner) + "." + method;
    }

    private String helper(TypeRef type, boolean lifts) {
        return (file.equals(abi) ? "" : text.use(abi) + ".") + helpers.name(type, lifts);
    }

    /** Writes the methods that were asked for, and those that these need. */
    void finish() {
        for (Optional<Helpers.Request> next = helpers.next(); next.isPresent(); next = helpers.next()) {
            TypeRef type = next.get().type();
            boolean lifts = next.get().lifts();
            String name = helpers.name(type, lifts);
            text.blank();
            if (lifts) {
                text.open("static " + types.of(type) + " " + name + "(" + address() + " at)");
                liftBody(type);
            } else {
                text.open("static void " + name + "(" + types.of(type) + " value, " + address() + " at)");
                lowerBody(type);
            }
            text.close();
        }
    }

    private void liftBody(TypeRef type) {
        switch (type) {
            case TypeRef.ListOf(var element) -> {
                text.line(address() + " from = at.getAddress();");
                text.line("int count = at.add(4).getInt();");
                liftElements(element, "count");
            }
            case TypeRef.FixedList(var element, int length) -> {
                text.line(address() + " from = at;");
                liftElements(element, Integer.toString(length));
            }
            case TypeRef.Option(var inner) -> {
                String optional = text.use("java.util.Optional");
                text.line("return at.getByte() == 0 ? " + optional + ".empty() : " + optional + ".of("
                        + lift(inner, payload(List.of(Optional.empty(), Optional.of(inner)))) + ");");
            }
            case TypeRef.Result(var ok, var error) -> {
                String at = payload(List.of(ok, error));
                text.line("return at.getByte() == 0 ? " + types.sdk("Result") + ".ok(" + liftOrUnit(ok, at) + ") : "
                        + types.sdk("Result") + ".err(" + liftOrUnit(error, at) + ");");
            }
            case TypeRef.Tuple(var all) -> {
                List<Long> offsets = offsets(all);
                var parts = new java.util.ArrayList<String>();
                for (int i = 0; i < all.size(); i++) {
                    parts.add(lift(all.get(i), FlatMoves.at("at", offsets.get(i))));
                }
                text.line("return new " + types.sdk("Tuple") + ".Of" + all.size() + "<>(" + String.join(", ", parts) + ");");
            }
            default -> throw new IllegalStateException("no helper for " + type);
        }
    }

    private String liftOrUnit(Optional<TypeRef> type, String at) {
        return type.map(t -> lift(t, at)).orElseGet(() -> types.sdk("Unit") + ".UNIT");
    }

    private void liftElements(TypeRef element, String count) {
        text.line("var list = new " + text.use("java.util.ArrayList") + "<" + types.boxed(element) + ">(" + count + ");");
        text.open("for (int i = 0; i < " + count + "; i++)");
        text.line("list.add(" + lift(element, "from") + ");");
        text.line("from = from.add(" + Layout.size(Shapes.of(element)) + ");");
        text.close();
        text.line("return list;");
    }

    private void lowerBody(TypeRef type) {
        switch (type) {
            case TypeRef.ListOf(var element) -> {
                ValueType shape = Shapes.of(element);
                text.line(address() + " to = " + cabi() + ".allocate(value.size(), " + Layout.size(shape) + ", "
                        + Layout.alignment(shape) + ");");
                text.line("at.putAddress(to);");
                text.line("at.add(4).putInt(value.size());");
                lowerElements(element);
            }
            case TypeRef.FixedList(var element, int length) -> {
                text.line(cabi() + ".expectSize(value.size(), " + length + ");");
                text.line(address() + " to = at;");
                lowerElements(element);
            }
            case TypeRef.Option(var inner) -> {
                text.line("at.putByte((byte) (value.isPresent() ? 1 : 0));");
                text.open("if (value.isPresent())");
                lowerUnboxed(inner, "some", "value.get()", payload(List.of(Optional.empty(), Optional.of(inner))));
                text.close();
            }
            case TypeRef.Result(var ok, var error) -> {
                String at = payload(List.of(ok, error));
                String arguments = types.of(type).substring(types.of(type).indexOf('<'));
                String result = types.sdk("Result");
                text.open("if (value instanceof " + result + ".Ok" + arguments + " ok)");
                text.line("at.putByte((byte) 0);");
                ok.ifPresent(t -> lowerUnboxed(t, "its", "ok.value()", at));
                text.next("else if (value instanceof " + result + ".Err" + arguments + " err)");
                text.line("at.putByte((byte) 1);");
                error.ifPresent(t -> lowerUnboxed(t, "its", "err.error()", at));
                text.close();
            }
            case TypeRef.Tuple(var all) -> {
                List<Long> offsets = offsets(all);
                for (int i = 0; i < all.size(); i++) {
                    lowerUnboxed(all.get(i), "its" + i, "value.v" + i + "()", FlatMoves.at("at", offsets.get(i)));
                }
            }
            default -> throw new IllegalStateException("no helper for " + type);
        }
    }

    /** Names the value, as what it is without a box around it. */
    private void lowerUnboxed(TypeRef type, String name, String value, String at) {
        text.line(types.of(type) + " " + name + " = " + value + ";");
        lower(type, name, at);
    }

    private void lowerElements(TypeRef element) {
        text.open("for (" + types.of(element) + " each : value)");
        lower(element, "each", "to");
        text.line("to = to.add(" + Layout.size(Shapes.of(element)) + ");");
        text.close();
    }

    static String payload(List<Optional<TypeRef>> cases) {
        int alignment = cases.stream()
                .flatMap(Optional::stream)
                .mapToInt(t -> Layout.alignment(Shapes.of(t)))
                .max()
                .orElse(1);
        return FlatMoves.at("at", Layout.payloadOffset(cases.size(), alignment));
    }

    static List<Long> offsets(List<TypeRef> all) {
        var offsets = new java.util.ArrayList<Long>();
        long at = 0;
        for (TypeRef type : all) {
            ValueType shape = Shapes.of(type);
            at = Layout.align(at, Layout.alignment(shape));
            offsets.add(at);
            at += Layout.size(shape);
        }
        return offsets;
    }
}
