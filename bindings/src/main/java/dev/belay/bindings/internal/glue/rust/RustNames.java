package dev.belay.bindings.internal.glue.rust;

import dev.belay.bindings.internal.Unique;
import dev.belay.bindings.internal.glue.Declared;
import dev.belay.bindings.internal.glue.Function;
import dev.belay.bindings.internal.glue.Labels;
import dev.belay.bindings.internal.glue.Part;
import dev.belay.bindings.internal.glue.Parts;
import dev.belay.bindings.internal.glue.Type;
import dev.belay.component.model.CoreValType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of Rust: each part is a module. */
final class RustNames {
    private static final Set<String> KEYWORDS = Set.of(
            "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else", "enum",
            "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut",
            "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
            "union", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
            // What generated functions call their own variables.
            "room", "args", "result", "flat", "area", "at", "core");
    /** Types that every module uses. */
    private static final List<String> TYPES = List.of(
            "String", "Vec", "Option", "Result", "Box", "Value", "Room", "Area", "Lent", "Handle", "Resource", "Any", "Guest", "Component",
            "Self", "Drop", "Some", "None", "Ok", "Err");

    private final Map<Part, String> modules = new HashMap<>();
    private final Map<Part, Unique> scopes = new HashMap<>();
    private final Map<Declared, String> types = new HashMap<>();
    private final Map<String, String> helpers = new HashMap<>();

    RustNames(Parts parts) {
        var unique = new Unique();
        List.of("abi", "rust_alloc").forEach(unique::name);
        for (Part part : parts.all()) {
            // What a world exports by itself is a module beside what it has of types and imports.
            modules.put(part, unique.name(member(part.isWorld() && part.exporting() ? part.prefix() + "-exports" : part.prefix())));
            var scope = new Unique();
            TYPES.forEach(scope::name);
            part.types().forEach(t -> types.put(t, scope.name(Labels.pascal(t.name()))));
            scopes.put(part, scope);
        }
    }

    String module(Part part) {
        return Objects.requireNonNull(modules.get(part));
    }

    /** A type of the part that WIT has not. */
    String helper(Part part, String name) {
        return helpers.computeIfAbsent(module(part) + " " + name, _ -> Objects.requireNonNull(scopes.get(part)).name(name));
    }

    String own(Declared type) {
        return Objects.requireNonNull(types.get(type), () -> "no name for " + type);
    }

    /** The trait that implementations of an exported resource have. */
    String trait(Declared resource) {
        return helper(resource.part(), "Guest" + own(resource));
    }

    String borrow(Declared resource) {
        return helper(resource.part(), own(resource) + "Borrow");
    }

    static String member(String label) {
        String name = Labels.snake(label);
        return KEYWORDS.contains(name) || Labels.isNumbered(name) ? name + "_" : name;
    }

    static String variant(String label) {
        String name = Labels.pascal(label);
        return name.equals("Self") ? "Self_" : name;
    }

    String declared(Declared type, Part in) {
        return path(type, own(type), in);
    }

    private String path(Declared type, String name, Part in) {
        return type.part() == in ? name : "super::" + module(type.part()) + "::" + name;
    }

    /** As a value that somebody has. */
    String type(Type type, Part in) {
        return switch (type) {
            case Type.Scalar scalar ->
                switch (scalar.primitive()) {
                    case BOOL -> "bool";
                    case S8 -> "i8";
                    case S16 -> "i16";
                    case S32 -> "i32";
                    case S64 -> "i64";
                    default -> scalar.keyword();
                };
            case Type.Text _ -> "String";
            case Type.ListOf(var element) -> "Vec<" + type(element, in) + ">";
            case Type.Option(var some) -> "Option<" + type(some, in) + ">";
            case Type.Result(var ok, var error) ->
                "Result<" + ok.map(t -> type(t, in)).orElse("()") + ", " + error.map(t -> type(t, in)).orElse("()") + ">";
            case Type.Tuple(var all) ->
                all.stream().map(t -> type(t, in)).collect(Collectors.joining(", ", "(", all.size() == 1 ? ",)" : ")"));
            case Type.Named(var named) -> declared(named, in);
            case Type.Handle(var resource, boolean owned) when owned -> declared(resource, in);
            case Type.Handle(var resource, var _) when resource.part().exporting() -> path(resource, borrow(resource), in);
            case Type.Handle(var resource, var _) -> "Lent<" + declared(resource, in) + ">";
        };
    }

    /** As what a function of another component is given. */
    String param(Type type, Part in) {
        return switch (type) {
            case Type.Scalar _ -> type(type, in);
            case Type.Text _ -> "&str";
            case Type.Handle(var resource, boolean owned) when !owned -> "&" + declared(resource, in);
            case Type.ListOf(var element) when !type.holdsHandles() -> "&[" + type(element, in) + "]";
            default -> byValue(type) ? type(type, in) : "&" + type(type, in);
        };
    }

    static boolean byValue(Type type) {
        return type.holdsHandles() || isNumber(type);
    }

    /** An enum or flags. */
    static boolean isNumber(Type type) {
        return type instanceof Type.Named(var named)
                && (named.abi() instanceof dev.belay.component.type.ValueType.Enum || named.abi() instanceof dev.belay.component.type.ValueType.Flags);
    }

    static String core(CoreValType type) {
        return switch (type) {
            case CoreValType.Num.I32 -> "i32";
            case CoreValType.Num.I64 -> "i64";
            case CoreValType.Num.F32 -> "f32";
            case CoreValType.Num.F64 -> "f64";
            default -> throw new IllegalStateException("no core type of flat values: " + type.text());
        };
    }

    /** The names of functions of one scope, by functions. */
    static Map<Function, String> functions(List<Function> functions, String constructor) {
        var unique = new Unique();
        var names = new HashMap<Function, String>();
        functions.forEach(f -> names.put(f, unique.name(f.isConstructor() ? constructor : member(f.wit().itemName()))));
        return names;
    }
}
