package dev.belay.bindings.internal;

import dev.belay.bindings.BindingsException;
import dev.belay.wit.name.JavaNames;
import dev.belay.wit.resolve.TypeRef;
import dev.belay.wit.resolve.WitType;
import java.util.Optional;
import java.util.Set;

/** How types are written in one file. */
final class JavaTypes {
    /** More than any interface has; a larger tuple should be a record. */
    static final int MAX_TUPLE = 20;

    private final Side side;
    private final Places places;
    private final SourceText text;
    private final JavaClass file;
    private final boolean exporting;
    /** Names of cases of variants in the file: a type of that name is written with the class around it. */
    private final Set<String> hidden;

    JavaTypes(Side side, Places places, SourceText text, JavaClass file, boolean exporting, Set<String> hidden) {
        this.side = side;
        this.places = places;
        this.text = text;
        this.file = file;
        this.exporting = exporting;
        this.hidden = hidden;
    }

    SourceText text() {
        return text;
    }

    boolean exporting() {
        return exporting;
    }

    Places places() {
        return places;
    }

    /** The type of a variable or parameter. */
    String of(TypeRef type) {
        return unaliased(type) instanceof TypeRef.Prim(var keyword) ? primitive(keyword, false) : boxed(type);
    }

    /** As an argument of a generic type. */
    String boxed(TypeRef type) {
        return switch (type) {
            case TypeRef.Prim(var keyword) -> primitive(keyword, true);
            case TypeRef.Named(var named) -> named(named);
            case TypeRef.Own(var resource) -> resource(resource.root());
            case TypeRef.Borrow(var resource) -> resource(resource.root());
            case TypeRef.ListOf(var element) when isByte(element) -> "byte[]";
            case TypeRef.ListOf(var element) -> generic("java.util.List", boxed(element));
            case TypeRef.FixedList(var element, var _) -> generic("java.util.List", boxed(element));
            case TypeRef.Option(var inner) -> generic("java.util.Optional", boxed(inner));
            case TypeRef.Result(var ok, var error) -> result(ok, error);
            case TypeRef.Tuple(var types) -> tuple(types);
            case TypeRef.MapOf(var key, var value) when side == Side.HOST ->
                generic("java.util.Map", boxed(key), boxed(value));
            case TypeRef.MapOf _ -> throw unsupported("map");
            case TypeRef.Stream _ -> throw unsupported("stream");
            case TypeRef.Future _ -> throw unsupported("future");
        };
    }

    /** The type that a function gives: {@code void} for nothing. */
    String returned(Optional<TypeRef> type) {
        if (side == Side.HOST && type.map(JavaTypes::unaliased).orElse(null) instanceof TypeRef.Result(var ok, var _)) {
            return ok.map(this::of).orElse("void"); // the error is thrown
        }
        return type.map(this::of).orElse("void");
    }

    /** A type without the names that only stand for another. */
    static TypeRef unaliased(TypeRef type) {
        return type instanceof TypeRef.Named(var named)
                        && named.root().body() instanceof WitType.Alias(var other)
                ? unaliased(other)
                : type;
    }

    static boolean isByte(TypeRef type) {
        return unaliased(type) instanceof TypeRef.Prim(var keyword) && keyword.equals("u8");
    }

    /** The class of a type with a name. */
    String declared(WitType root) {
        JavaClass owner = places.ownerOf(root, exporting);
        String name = JavaNames.pascalCase(root.name());
        return owner.equals(file) && !hidden.contains(name) ? name : text.use(owner) + "." + name;
    }

    String lang(String name) {
        return text.use("java.lang." + name);
    }

    String sdk(String name) {
        return text.use("dev.belay.guest." + name);
    }

    private String named(WitType type) {
        WitType root = type.root();
        return switch (root.body()) {
            case WitType.Alias(var other) -> boxed(other);
            case WitType.Resource() -> resource(root);
            case WitType.Flags _ -> generic("java.util.Set", declared(root));
            default -> declared(root);
        };
    }

    private String resource(WitType root) {
        if (side == Side.GUEST) {
            return declared(root);
        }
        return places.isExported(root, exporting)
                ? text.use("dev.belay.runtime.value.ResourceHandle")
                : lang("Object");
    }

    private String result(Optional<TypeRef> ok, Optional<TypeRef> error) {
        if (side == Side.HOST) {
            return text.use("dev.belay.runtime.value.ResultValue");
        }
        return sdk("Result") + "<" + ok.map(this::boxed).orElseGet(() -> sdk("Unit")) + ", "
                + error.map(this::boxed).orElseGet(() -> sdk("Unit")) + ">";
    }

    private String tuple(java.util.List<TypeRef> types) {
        if (side == Side.HOST) {
            return generic("java.util.List", lang("Object"));
        }
        if (types.size() > MAX_TUPLE) {
            throw new BindingsException("a tuple of " + types.size() + " types: expected at most " + MAX_TUPLE
                    + "; write a record instead");
        }
        return sdk("Tuple") + ".Of" + types.size() + "<"
                + String.join(", ", types.stream().map(this::boxed).toList()) + ">";
    }

    private String generic(String type, String... arguments) {
        return text.use(type) + "<" + String.join(", ", arguments) + ">";
    }

    private String primitive(String keyword, boolean boxed) {
        return switch (keyword) {
            case "bool" -> boxed ? lang("Boolean") : "boolean";
            case "s8" -> boxed ? lang("Byte") : "byte";
            case "s16" -> boxed ? lang("Short") : "short";
            case "u8", "u16", "s32", "char" -> boxed ? lang("Integer") : "int";
            case "u32", "s64", "u64" -> boxed ? lang("Long") : "long";
            case "f32" -> boxed ? lang("Float") : "float";
            case "f64" -> boxed ? lang("Double") : "double";
            case "string" -> lang("String");
            default -> throw unsupported(keyword);
        };
    }

    /** {@link Unbound} has refused it before. */
    private static IllegalStateException unsupported(String what) {
        return new IllegalStateException("no binding for " + what);
    }
}
