package dev.belay.bindings.internal.glue.assemblyscript;

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

/** The names of AssemblyScript: each part is a namespace. */
final class AsNames {
    private static final Set<String> KEYWORDS = Set.of(
            "abstract", "any", "as", "async", "auto", "await", "bool", "boolean", "break", "case", "catch", "class", "const",
            "constructor", "continue", "debugger", "declare", "default", "delete", "do", "else", "enum", "export", "extends", "f32",
            "f64", "false", "finally", "for", "from", "function", "get", "i8", "i16", "i32", "i64", "if", "implements", "import", "in",
            "instanceof", "interface", "is", "isize", "keyof", "let", "module", "namespace", "never", "new", "null", "number", "of",
            "override", "package", "private", "protected", "public", "readonly", "return", "set", "static", "string", "super",
            "switch", "symbol", "this", "throw", "true", "try", "type", "typeof", "u8", "u16", "u32", "u64", "undefined", "unmanaged",
            "usize", "v128", "var", "void", "while", "with", "yield", "load", "store", "memory", "heap", "abort", "trace", "assert",
            "unreachable", "unchecked", "at", "args", "result", "flat", "before", "self");
    private static final Set<String> MODIFIERS =
            Set.of("abstract", "declare", "override", "private", "protected", "public", "readonly", "static");
    /** Classes that every namespace uses. */
    private static final List<String> CLASSES = List.of(
            "Array", "String", "Option", "Result", "Unit", "Map", "Set", "Object", "Error", "Math", "Date", "Number", "Boolean", "Function",
            "Symbol", "StaticArray", "ArrayBuffer", "DataView", "Atomics");

    private final Map<Part, String> parts = new HashMap<>();
    private final Map<Part, Unique> scopes = new HashMap<>();
    private final Map<Declared, String> types = new HashMap<>();
    private final Map<Function, String> functions = new HashMap<>();
    private final Map<String, String> helpers = new HashMap<>();
    private final Unique module = new Unique();

    AsNames(Parts all) {
        List.of("some", "none", "ok", "err", "nothing").forEach(module::name);
        CLASSES.forEach(module::name);
        for (Part part : all.all()) {
            String label = part.isWorld() && part.exporting() ? part.prefix() + "-exports" : part.prefix();
            parts.put(part, module.name(variable(label)));
        }
        for (Part part : all.all()) {
            var scope = new Unique();
            CLASSES.forEach(scope::name);
            parts.values().forEach(scope::name);
            part.types().forEach(t -> types.put(t, scope.name(Labels.pascal(t.name()))));
            scopes.put(part, scope);
            var ofResources = new HashMap<String, Unique>();
            for (Function function : part.functions()) {
                Unique its = function.resource().map(r -> ofResources.computeIfAbsent(r, _ -> resourceScope())).orElse(scope);
                String item = function.wit().itemName();
                String name = function.resource().isPresent() ? method(item) : variable(item);
                functions.put(function, its.name(function.isConstructor() ? "create" : name));
            }
        }
    }

    private static Unique resourceScope() {
        var scope = new Unique();
        List.of("handle", "drop", "dropped", "make", "rep", "toString", "constructor").forEach(scope::name);
        return scope;
    }

    /** A member of a class, which may be called what is a keyword elsewhere, but for what says what a member is. */
    private static String method(String label) {
        String name = Labels.camel(label);
        return MODIFIERS.contains(name) ? name + "_" : name;
    }

    static String variable(String label) {
        String name = Labels.camel(label);
        return KEYWORDS.contains(name) || Labels.isNumbered(name) ? name + "_" : name;
    }

    String part(Part part) {
        return Objects.requireNonNull(parts.get(part));
    }

    String own(Declared type) {
        return Objects.requireNonNull(types.get(type), () -> "no name for " + type);
    }

    String function(Function function) {
        return Objects.requireNonNull(functions.get(function));
    }

    /** A name of a type's part that WIT has not. */
    String member(Declared type, String suffix) {
        return helpers.computeIfAbsent(part(type.part()) + "." + own(type) + suffix,
                _ -> Objects.requireNonNull(scopes.get(type.part())).name(own(type) + suffix));
    }

    /** Written in full, from wherever. */
    String declared(Declared type) {
        return part(type.part()) + "." + own(type);
    }

    String caseClass(Declared type, String label) {
        return member(type, Labels.pascal(label));
    }

    String type(Type type) {
        return switch (type) {
            case Type.Scalar scalar ->
                switch (scalar.primitive()) {
                    case BOOL -> "bool";
                    case CHAR -> "u32";
                    case S8 -> "i8";
                    case S16 -> "i16";
                    case S32 -> "i32";
                    case S64 -> "i64";
                    default -> scalar.keyword();
                };
            case Type.Text _ -> "string";
            case Type.ListOf(var element) -> "Array<" + type(element) + ">";
            case Type.Option(var some) -> "Option<" + type(some) + ">";
            case Type.Result(var ok, var error) ->
                "Result<" + ok.map(this::type).orElse("Unit") + ", " + error.map(this::type).orElse("Unit") + ">";
            case Type.Tuple(var all) -> all.stream().map(this::type).collect(Collectors.joining(", ", "Tuple" + all.size() + "<", ">"));
            case Type.Named(var named) -> declared(named);
            case Type.Handle(var resource, boolean owned) when !owned && resource.part().exporting() ->
                part(resource.part()) + "." + member(resource, "Borrow");
            case Type.Handle(var resource, var _) -> declared(resource);
        };
    }

    /** A word for the functions that move values of a type. */
    String word(Type type) {
        return helpers.computeIfAbsent("word " + type(type), _ -> module.name(switch (type) {
            case Type.Named(var named) -> part(named.part()) + own(named);
            default -> type(type).replaceAll("[^0-9A-Za-z]+", "_").replaceAll("_$", "");
        }) + "_");
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
}
