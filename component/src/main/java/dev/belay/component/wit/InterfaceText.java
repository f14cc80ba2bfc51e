package dev.belay.component.wit;

import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import dev.belay.wit.name.InterfaceName;
import dev.belay.wit.print.IndentedText;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes what is within the braces of an interface: its types, with the functions of its resources, then the others. */
final class InterfaceText {
    private static final String CONSTRUCTOR = "[constructor]";
    private static final String METHOD = "[method]";
    private static final String STATIC = "[static]";

    private final IndentedText lines;
    private final Owners owners;
    private final Optional<InterfaceName> self;
    private final Set<String> written = new HashSet<>();

    /**
     * @param self the interface's name; empty for a world, and for an interface without a name of its own
     */
    InterfaceText(IndentedText lines, Owners owners, Optional<InterfaceName> self) {
        this.lines = lines;
        this.owners = owners;
        this.self = self;
    }

    /**
     * @param types the interface as it is imported and as it is exported, or one of both
     */
    void write(List<InstanceType> types) {
        var all = new LinkedHashMap<String, ExternType>();
        types.forEach(type -> type.exports().forEach(all::putIfAbsent));
        var scope = Scope.of(types);
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
                lines.add(Names.id(name) + ": " + writer.function(function) + ";");
            } else {
                lines.add(Comments.of(name, extern));
            }
        });
    }

    private void type(String name, ExternType extern, Map<String, ExternType> all, Scope scope) {
        switch (extern) {
            case ExternType.AbstractResource(ResourceType _) -> resource(name, all, scope);
            case ExternType.TypeEq(ResourceType resource) -> {
                if (!use(owners.of(resource), name) && !scope.name(resource).equals(name)) {
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

    private boolean use(Optional<Owners.Owner> owner, String name) {
        if (owner.isEmpty() || self.equals(owner.map(Owners.Owner::of))) {
            return false;
        }
        InterfaceName from = owner.get().of();
        boolean samePackage = self.filter(s -> s.namespace().equals(from.namespace())
                        && s.packageName().equals(from.packageName())
                        && s.version().equals(from.version()))
                .isPresent();
        String itsName = owner.get().name();
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
                block("record", name, fields.stream().map(f -> writer.fields(List.of(f))).toList());
            case ValueType.Variant(var cases) -> block("variant", name, cases.stream().map(writer::one).toList());
            case ValueType.Enum(var labels) -> block("enum", name, labels.stream().map(Names::id).toList());
            case ValueType.Flags(var labels) -> block("flags", name, labels.stream().map(Names::id).toList());
            default -> alias(name, writer.value(type));
        }
    }

    private void block(String keyword, String name, List<String> parts) {
        lines.open(keyword + " " + Names.id(name));
        parts.forEach(part -> lines.add(part + ","));
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
