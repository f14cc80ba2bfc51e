package dev.belay.build.create;

import dev.belay.wit.name.JavaNames;
import dev.belay.wit.resolve.WitFunction;
import dev.belay.wit.resolve.WitInterface;
import dev.belay.wit.resolve.WitType;
import dev.belay.wit.resolve.WitWorld;
import dev.belay.wit.resolve.WorldItem;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What JavaScript exports for a world, as componentize-js finds it: an object for each interface, a class for each resource. */
final class JsStubs {
    private static final Set<String> KEYWORDS = Set.of(
            "arguments", "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else",
            "enum", "eval", "export", "extends", "false", "finally", "for", "function", "if", "implements", "import", "in", "instanceof",
            "interface", "let", "new", "null", "package", "private", "protected", "public", "return", "static", "super", "switch", "this",
            "throw", "true", "try", "typeof", "var", "void", "while", "with", "yield");
    private static final String BODY = " {\n    throw new Error('to be written');\n  }";

    private JsStubs() {}

    static String of(WitWorld world) {
        var text = new StringBuilder("// What world " + world.fullName() + " exports.\n");
        world.exports().forEach((key, item) -> {
            switch (item) {
                case WorldItem.Interface(var _, var type) -> text.append('\n').append(object(key, type));
                case WorldItem.Func(var _, var function) ->
                    text.append("\nexport function ").append(camel(function.name())).append(params(function, 0))
                            .append(" {\n  throw new Error('to be written');\n}\n");
                case WorldItem.Type _ -> {}
            }
        });
        return text.toString();
    }

    private static String object(String key, WitInterface type) {
        var text = new StringBuilder("export const " + variable(camel(type.name().orElse(key))) + " = {\n");
        for (WitType each : type.types().values()) {
            if (each.body() instanceof WitType.Resource) {
                text.append("  ").append(JavaNames.pascalCase(each.name())).append(": class {\n");
                of(type.functions().values(), each.name()).forEach(f -> text.append("  ").append(member(f).replace("\n", "\n  ")).append("\n"));
                text.append("  },\n");
            }
        }
        type.functions().values().stream().filter(f -> f.resource().isEmpty()).forEach(f -> text.append(member(f)).append(",\n"));
        return text.append("};\n").toString();
    }

    private static List<WitFunction> of(Collection<WitFunction> all, String resource) {
        return all.stream().filter(f -> f.resource().filter(r -> r.name().equals(resource)).isPresent()).toList();
    }

    private static String member(WitFunction function) {
        return switch (function.kind()) {
            case CONSTRUCTOR -> "  constructor" + params(function, 0) + BODY;
            case METHOD -> "  " + camel(function.itemName()) + params(function, 1) + BODY;
            case STATIC -> "  static " + camel(function.itemName()) + params(function, 0) + BODY;
            case FREE -> "  " + camel(function.name()) + params(function, 0) + BODY;
        };
    }

    private static String params(WitFunction function, int from) {
        return function.params().stream().skip(from).map(p -> variable(camel(p.name()))).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String variable(String name) {
        return KEYWORDS.contains(name) ? name + "_" : name;
    }

    /** As JavaScript's bindings have it: Java's, without what is a keyword there only. */
    private static String camel(String label) {
        String name = JavaNames.pascalCase(label);
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
