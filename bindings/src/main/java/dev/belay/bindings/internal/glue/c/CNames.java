package dev.belay.bindings.internal.glue.c;

import dev.belay.bindings.internal.Unique;
import dev.belay.bindings.internal.glue.Declared;
import dev.belay.bindings.internal.glue.Function;
import dev.belay.bindings.internal.glue.Labels;
import dev.belay.bindings.internal.glue.Part;
import dev.belay.bindings.internal.glue.Parts;
import dev.belay.bindings.internal.glue.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The names of C for everything there is: all are of one scope. */
final class CNames {
    /** Keywords, and what headers that everybody includes define as macros, in small letters. */
    private static final Set<String> RESERVED = Set.of(
            "alignas", "alignof", "asm", "assert", "auto", "bool", "break", "case", "char", "const", "constexpr", "continue", "default",
            "do", "double", "else", "enum", "errno", "extern", "false", "float", "for", "goto", "if", "inline", "int", "linux", "long",
            "nullptr", "offsetof", "register", "restrict", "return", "short", "signed", "sizeof", "static", "stderr", "stdin", "stdout",
            "struct", "switch", "true", "typedef", "typeof", "union", "unix", "unsigned", "void", "volatile", "while",
            // What generated functions call their own variables.
            "at", "args", "flat", "result", "i");

    private final Unique unique = new Unique();
    private final Map<Declared, String> declared = new HashMap<>();
    private final Map<Function, String> functions = new HashMap<>();
    private final Map<Type, String> unnamed = new HashMap<>();
    private final Map<String, String> helpers = new HashMap<>();

    CNames(Parts parts) {
        for (Part part : parts.all()) {
            part.types().forEach(t -> declared.put(t, base(part, t.name())));
        }
        for (Part part : parts.all()) {
            part.functions().forEach(f -> functions.put(f, unique.name(Labels.snake(part.prefix() + "-" + f.label()))));
        }
        parts.unnamed().forEach(t -> unnamed.put(t, base("belay_" + words(t))));
    }

    private String base(Part part, String name) {
        return base(Labels.snake(part.prefix() + "-" + name));
    }

    private String base(String wanted) {
        String name = wanted;
        while (!unique.name(name + "_t").equals(name + "_t")) {
            name += "_";
        }
        return name;
    }

    /** A type's name without {@code _t}: what the names of its functions begin with. */
    String base(Declared type) {
        return Objects.requireNonNull(declared.get(type), () -> "no name for " + type);
    }

    String base(Type type) {
        return switch (type) {
            case Type.Named(var named) -> base(named);
            case Type.Text _ -> "belay_string";
            default -> Objects.requireNonNull(unnamed.get(type), () -> "no name for " + type);
        };
    }

    String function(Function function) {
        return Objects.requireNonNull(functions.get(function));
    }

    /** The name of a function that is none of WIT's. */
    String helper(String base, String suffix) {
        return helpers.computeIfAbsent(base + suffix, unique::name);
    }

    String free(Type type) {
        return helper(base(type), "_free");
    }

    String constant(Declared type, String label) {
        return base(type).toUpperCase(java.util.Locale.ROOT) + "_" + Labels.constant(label);
    }

    static String member(String label) {
        String name = Labels.snake(label);
        return RESERVED.contains(name) || Labels.isNumbered(name) ? name + "_" : name;
    }

    String type(Type type) {
        return switch (type) {
            case Type.Scalar(var primitive) ->
                switch (primitive) {
                    case BOOL -> "bool";
                    case S8 -> "int8_t";
                    case U8 -> "uint8_t";
                    case S16 -> "int16_t";
                    case U16 -> "uint16_t";
                    case S32 -> "int32_t";
                    case S64 -> "int64_t";
                    case U64 -> "uint64_t";
                    case F32 -> "float";
                    case F64 -> "double";
                    default -> "uint32_t";
                };
            case Type.Handle(var resource, boolean owned) when owned -> base(resource) + "_own_t";
            case Type.Handle(var resource, var _) -> resource.part().exporting() ? base(resource) + "_t *" : base(resource) + "_borrow_t";
            default -> base(type) + "_t";
        };
    }

    /** A declaration of a variable. */
    String variable(Type type, String name) {
        String its = type(type);
        return its.endsWith("*") ? its + name : its + " " + name;
    }

    private String words(Type type) {
        return switch (type) {
            case Type.Scalar scalar -> scalar.keyword();
            case Type.Text _ -> "string";
            case Type.Named(var named) -> base(named);
            case Type.Handle(var resource, boolean owned) -> (owned ? "own_" : "borrow_") + base(resource);
            case Type.ListOf(var element) -> "list_" + words(element);
            case Type.Option(var some) -> "option_" + words(some);
            case Type.Result(var ok, var error) ->
                "result_" + ok.map(this::words).orElse("none") + "_" + error.map(this::words).orElse("none");
            case Type.Tuple(var types) -> "tuple" + types.size() + "_" + String.join("_", types.stream().map(this::words).toList());
        };
    }
}
