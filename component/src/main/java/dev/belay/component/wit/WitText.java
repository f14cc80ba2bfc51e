package dev.belay.component.wit;

import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.wit.name.InterfaceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The WIT of a component: a world with its imports and exports, and each interface they name, by package.
 *
 * <p>What WIT has no words for, such as an import of a core module, becomes a comment. An interface that is imported and
 * exported is written once, with what either has of it. A component knows no documentation and no names of parts that it
 * does not use, so this is what it needs and gives, not what its authors wrote.
 */
public final class WitText {
    private static final String PACKAGE = "package root:component";

    private final ComponentType type;
    private final Owners owners = new Owners();
    private final Lines lines = new Lines();
    /** By package, with its version; then by interface. More than one type if it is imported and exported. */
    private final Map<String, Map<InterfaceName, List<InstanceType>>> packages = new LinkedHashMap<>();

    private WitText(ComponentType type) {
        this.type = type;
        collect(type.imports());
        collect(type.exports());
    }

    /** The text, which {@link WitTypes#parse} reads; longer than a person can read, it is cut off. */
    public static String of(ComponentType type) {
        return new WitText(type).write();
    }

    private void collect(Map<String, ExternType> externs) {
        externs.forEach((name, extern) -> {
            Optional<InterfaceName> parsed = interfaceName(name);
            if (parsed.isPresent() && extern instanceof ExternType.Instance(InstanceType instance)) {
                owners.add(parsed.get(), instance);
                packages.computeIfAbsent(packageName(parsed.get()), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(parsed.get(), _ -> new ArrayList<>())
                        .add(instance);
            }
        });
    }

    private String write() {
        lines.add(PACKAGE + ";").blank().open("world root");
        world();
        lines.close();
        packages.forEach((name, interfaces) -> {
            lines.blank().open("package " + name);
            boolean first = true;
            for (var entry : interfaces.entrySet()) {
                if (!first) {
                    lines.blank();
                }
                first = false;
                lines.open("interface " + Names.id(entry.getKey().name()));
                new InterfaceText(lines, owners, Optional.of(entry.getKey())).write(entry.getValue());
                lines.close();
            }
            lines.close();
        });
        return lines.toString();
    }

    private void world() {
        var imported = Scope.of(type.imports());
        new InterfaceText(lines, owners, Optional.empty()).types(type.imports(), imported);
        type.imports().forEach((name, extern) -> item("import", name, extern, imported));
        var everything = new LinkedHashMap<>(type.imports());
        type.exports().forEach(everything::putIfAbsent);
        var all = Scope.of(everything);
        type.exports().forEach((name, extern) -> item("export", name, extern, all));
    }

    private void item(String keyword, String name, ExternType extern, Scope scope) {
        Optional<InterfaceName> parsed = interfaceName(name);
        switch (extern) {
            case ExternType.Instance _ when parsed.isPresent() ->
                lines.add(keyword + " " + Names.path(parsed.get()) + ";");
            case ExternType.Instance(InstanceType instance) when Names.isLabel(name) -> {
                lines.open(keyword + " " + Names.id(name) + ": interface");
                new InterfaceText(lines, owners, Optional.empty()).write(List.of(instance));
                lines.close();
            }
            case ExternType.Func(var function) when Names.isLabel(name) ->
                lines.add(keyword + " " + Names.id(name) + ": " + new TypeWriter(scope).function(function) + ";");
            case ExternType.Func _ when name.startsWith("[") && keyword.equals("import") -> {} // in its resource
            case ExternType.TypeEq _, ExternType.AbstractResource _ when keyword.equals("import") -> {} // among the types
            default -> lines.comment(keyword + " " + name, extern);
        }
    }

    private static Optional<InterfaceName> interfaceName(String name) {
        return InterfaceName.parse(name).filter(Names::isPlain);
    }

    private static String packageName(InterfaceName name) {
        return Names.id(name.namespace()) + ":" + Names.id(name.packageName())
                + name.version().map(version -> "@" + version).orElse("");
    }
}
