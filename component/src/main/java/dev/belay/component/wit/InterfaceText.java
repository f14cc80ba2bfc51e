package dev.belay.component.wit;

import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import dev.belay.wit.name.InterfaceName;
import dev.belay.wit.name.Version;
import dev.belay.wit.print.IndentedText;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Writes what is within the braces of an interface: its types, with the functions of its resources, then the others. */
final class InterfaceText {
    private static final String CONSTRUCTOR = "[constructor]";
    private static final String METHOD = "[method]";
    private static final String STATIC = "[static]";
    private static final String TYPES = "types";
    private static final String FUNCTIONS = "funcs";

    private final IndentedText lines;
    private final Owners owners;
    private final Optional<InterfaceName> self;
    private final ItemDocs docs;
    private final Optional<Version> version;
    private final Set<String> written = new HashSet<>();

    /**
     * @param self the interface's name; empty for a world, and for an interface without a name of its own
     * @param docs what is said of the items in it
     * @param version of the package around it
     */
    InterfaceText(
            IndentedText lines, Owners owners, Optional<InterfaceName> self, ItemDocs docs, Optional<Version> version) {
        this.lines = lines;
        this.owners = owners;
        this.self = self;
        this.docs = docs;
        this.version = version;
    }

    /**
     * @param types the interface as it is imported and as it is exported, or one of both
     */
    void write(List<InstanceType> types) {
        var all = new LinkedHashMap<String, ExternType>();
        types.forEach(type -> type.exports().forEach(all::putIfAbsent));
        var scope = Scope.of(types);
        new MissingNames(lines, owners, scope, new HashSet<>(all.keySet())).of(all.values());
        types(all, scope);
        functions(all, new TypeWriter(scope));
    }

    /** The types only, with the functions of the resources among them. */
    void types(Map<String, ExternType> all, Scope scope) {
        all.forEach((name, extern) -> {
            boolean isType = extern instanceof ExternType.TypeEq || extern instanceof ExternType.AbstractResource;
            if (isType && Names.isLabel(name)) {
                written.add(name);
                type(name, extern, all, scope);
            }
        });
    }

    private void functions(Map<String, ExternType> all, TypeWriter writer) {
        all.forEach((name, extern) -> {
            if (written.contains(name)) {
                return;
            }
            if (extern instanceof ExternType.Func(FunctionType function) && Names.isLabel(name)) {
                lines.meta(docs.of(FUNCTIONS, name).meta(), version)
                        .add(Names.id(name) + ": " + writer.function(function) + ";");
            } else {
                lines.add(Comments.of(name, extern));
            }
        });
    }

    private void type(String name, ExternType extern, Map<String, ExternType> all, Scope scope) {
        if (extern instanceof ExternType.TypeEq(ResourceType same) && isItself(name, same, scope)) {
            return;
        }
        lines.meta(docs.of(TYPES, name).meta(), version);
        switch (extern) {
            case ExternType.AbstractResource(ResourceType _) -> resource(name, all, scope);
            case ExternType.TypeEq(ResourceType resource) -> {
                if (!use(owners.of(resource), name)) {
                    alias(name, Names.id(scope.name(resource)));
                }
            }
            case ExternType.TypeEq(ValueType value) -> {
                if (!use(owners.of(value, name), name)) {
                    value(name, value, scope);
                }
            }
            default -> lines.add(Comments.of(name, extern));
        }
    }

    /** Whether it is the name that the resource type has here already. */
    private boolean isItself(String name, ResourceType resource, Scope scope) {
        return !isUsed(owners.of(resource)) && scope.name(resource).equals(name);
    }

    private boolean isUsed(Optional<Owners.Owner> owner) {
        return owner.isPresent() && !self.equals(owner.map(Owners.Owner::of));
    }

    private boolean use(Optional<Owners.Owner> owner, String name) {
        if (!isUsed(owner)) {
            return false;
        }
        InterfaceName from = owner.orElseThrow().of();
        boolean samePackage = self.filter(s -> s.namespace().equals(from.namespace())
                        && s.packageName().equals(from.packageName())
                        && s.version().equals(from.version()))
                .isPresent();
        String itsName = owner.orElseThrow().name();
        lines.add("use " + (samePackage ? Names.id(from.name()) : Names.path(from)) + ".{" + Names.id(itsName)
                + (itsName.equals(name) ? "" : " as " + Names.id(name)) + "};");
        return true;
    }

    private void alias(String name, String type) {
        lines.add("type " + Names.id(name) + " = " + type + ";");
    }

    private void value(String name, ValueType type, Scope scope) {
        var writer = new TypeWriter(scope);
        Optional<String> first = scope.name(type);
        if (first.isEmpty() || !first.get().equals(name)) {
            alias(name, writer.value(type));
            return;
        }
        switch (type) {
            case ValueType.Record(var fields) ->
                block("record", name, fields, ValueType.Field::label, f -> writer.fields(List.of(f)));
            case ValueType.Variant(var cases) -> block("variant", name, cases, ValueType.Case::label, writer::one);
            case ValueType.Enum(var labels) -> block("enum", name, labels, label -> label, Names::id);
            case ValueType.Flags(var labels) -> block("flags", name, labels, label -> label, Names::id);
            default -> alias(name, writer.value(type));
        }
    }

    private <T> void block(
            String keyword, String name, List<T> parts, Function<T, String> label, Function<T, String> written) {
        ItemDocs said = docs.of(TYPES, name);
        lines.open(keyword + " " + Names.id(name));
        parts.forEach(part -> lines.docs(said.of("items", label.apply(part)).docs()).add(written.apply(part) + ","));
        lines.close();
    }

    private void resource(String name, Map<String, ExternType> all, Scope scope) {
        var writer = new TypeWriter(scope);
        List<Map.Entry<String, ExternType>> own = all.entrySet().stream()
                .filter(entry -> isOf(name, entry.getKey()))
                .toList();
        if (own.isEmpty()) {
            lines.add("resource " + Names.id(name) + ";");
            return;
        }
        lines.open("resource " + Names.id(name));
        own.forEach(entry -> {
            if (entry.getValue() instanceof ExternType.Func(FunctionType function)) {
                written.add(entry.getKey());
                lines.meta(docs.of(FUNCTIONS, entry.getKey()).meta(), version);
                lines.add(member(name, entry.getKey(), function, writer) + ";");
            }
        });
        lines.close();
    }

    private static boolean isOf(String resource, String function) {
        return function.equals(CONSTRUCTOR + resource)
                || function.startsWith(METHOD + resource + ".")
                || function.startsWith(STATIC + resource + ".");
    }

    private static String member(String resource, String name, FunctionType function, TypeWriter writer) {
        if (name.startsWith(CONSTRUCTOR)) {
            boolean canFail = function.result().orElse(ValueType.BOOL) instanceof ValueType.Result;
            return "constructor(" + writer.fields(function.params()) + ")"
                    + (canFail ? " -> " + writer.value(function.result().orElseThrow()) : "");
        }
        String label = Names.id(name.substring(name.indexOf('.') + 1));
        return name.startsWith(METHOD)
                ? label + ": " + writer.function(function, "", 1)
                : label + ": " + writer.function(function, "static ", 0);
    }
}
