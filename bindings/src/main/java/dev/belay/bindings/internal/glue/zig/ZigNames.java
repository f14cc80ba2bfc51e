package dev.belay.bindings.internal.glue.zig;

import dev.belay.bindings.internal.Unique;
import dev.belay.bindings.internal.glue.Declared;
import dev.belay.bindings.internal.glue.Function;
import dev.belay.bindings.internal.glue.Labels;
import dev.belay.bindings.internal.glue.Part;
import dev.belay.bindings.internal.glue.Parts;
import dev.belay.bindings.internal.glue.Type;
import dev.belay.component.model.CoreValType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of Zig: each part is a struct within the module. */
final class ZigNames {
    private static final Set<String> KEYWORDS = Set.of(
            "addrspace", "align", "allowzero", "and", "anyframe", "anytype", "asm", "async", "await", "break", "callconv", "catch",
            "comptime", "const", "continue", "defer", "else", "enum", "errdefer", "error", "export", "extern", "fn", "for", "if", "inline",
            "linksection", "noalias", "noinline", "nosuspend", "opaque", "or", "orelse", "packed", "pub", "resume", "return", "struct",
            "suspend", "switch", "test", "threadlocal", "try", "union", "unreachable", "usingnamespace", "var", "volatile", "while");
    /** Types of the language, which nothing else is called. */
    private static final Pattern PRIMITIVES = Pattern.compile("[iu][0-9]+|f(16|32|64|80|128)|bool|void|type|anyerror|anyopaque|noreturn|null|undefined|true|false|isize|usize");
    /** What the module has that is the same for all worlds, and what functions call their own variables. */
    private static final List<String> MODULE = List.of(
            "std", "root", "String", "List", "Option", "Unit", "Result", "kept", "arena", "allocator", "done", "load", "store", "cut", "pad",
            "address", "list_of", "listOf", "pointerOf", "args", "result", "flat", "at", "core", "area", "cabi_realloc", "self");

    private final Map<Part, String> parts = new HashMap<>();
    private final Map<Declared, String> types = new HashMap<>();
    private final Map<Function, String> functions = new HashMap<>();
    /** Names of declarations, none of which a parameter may have. */
    private final Set<String> taken = new HashSet<>(MODULE);

    ZigNames(Parts all) {
        var module = new Unique();
        MODULE.forEach(module::name);
        for (Part part : all.all()) {
            parts.put(part, module.name(Labels.camel(part.isWorld() && part.exporting() ? part.prefix() + "-exports" : part.prefix())));
        }
        for (Part part : all.all()) {
            Unique scope = scope();
            part.types().forEach(t -> types.put(t, scope.name(Labels.pascal(t.name()))));
            var ofResources = new HashMap<String, Unique>();
            for (Function function : part.functions()) {
                Unique its = function.resource().map(r -> ofResources.computeIfAbsent(r, _ -> scope("handle", "drop", "make", "rep", "deinit"))).orElse(scope);
                functions.put(function, its.name(function.isConstructor() ? "init" : Labels.camel(function.wit().itemName())));
            }
        }
        taken.addAll(parts.values());
        taken.addAll(types.values());
        taken.addAll(functions.values());
    }

    /** A scope within the module, where nothing may be called like what is around it. */
    private Unique scope(String... more) {
        var scope = new Unique();
        MODULE.forEach(scope::name);
        parts.values().forEach(scope::name);
        List.of(more).forEach(scope::name);
        return scope;
    }

    String part(Part part) {
        return escaped(Objects.requireNonNull(parts.get(part)));
    }

    String own(Declared type) {
        return Objects.requireNonNull(types.get(type), () -> "no name for " + type);
    }

    String function(Function function) {
        return escaped(Objects.requireNonNull(functions.get(function)));
    }

    static String escaped(String name) {
        return KEYWORDS.contains(name) || PRIMITIVES.matcher(name).matches() ? "@\"" + name + "\"" : name;
    }

    static String member(String label) {
        return escaped(Labels.snake(label));
    }

    /** A parameter's name, which hides no declaration. */
    String param(String label) {
        String name = Labels.snake(label);
        while (taken.contains(name) || Labels.isNumbered(name)) {
            name += "_";
        }
        return escaped(name);
    }

    /** The type that the component made a resource of. */
    String implementation(Declared resource) {
        return "root." + part(resource.part()) + "." + own(resource);
    }

    /** @param module how the glue's module is called where this is written: with a dot, or empty within it */
    String type(Type type, String module) {
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
            case Type.Text _ -> module + "String";
            case Type.ListOf(var element) -> module + "List(" + type(element, module) + ")";
            case Type.Option(var some) -> module + "Option(" + type(some, module) + ")";
            case Type.Result(var ok, var error) ->
                module + "Result(" + ok.map(t -> type(t, module)).orElse(module + "Unit") + ", "
                        + error.map(t -> type(t, module)).orElse(module + "Unit") + ")";
            case Type.Tuple(var all) ->
                all.stream().map(t -> type(t, module)).collect(Collectors.joining(", ", module + "Tuple" + all.size() + "(", ")"));
            case Type.Named(var named) -> module + part(named.part()) + "." + own(named);
            case Type.Handle(var resource, boolean owned) when !owned && resource.part().exporting() ->
                module.isEmpty() ? "*" + implementation(resource) : "*" + own(resource);
            case Type.Handle(var resource, var _) -> module + part(resource.part()) + "." + own(resource);
        };
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
