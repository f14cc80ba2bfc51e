package dev.belay.component.wit;

import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.wit.name.InterfaceName;
import dev.belay.wit.print.IndentedText;
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
    private final PackageDocs docs;
    private final Owners owners = new Owners();
    private final IndentedText lines = Comments.lines();
    /** By package, with its version; then by interface. More than one type if it is imported and exported. */
    private final Map<String, Map<InterfaceName, List<InstanceType>>> packages = new LinkedHashMap<>();

    private WitText(ComponentType type, PackageDocs docs) {
        this.type = type;
        this.docs = docs;
        collect(type.imports());
        collect(type.exports());
    }

    /** The text, which {@link WitTypes#parse} reads; longer than a person can read, it is cut off. */
    public static String of(ComponentType type) {
        return of(type, PackageDocs.none());
    }

    static String of(ComponentType type, PackageDocs docs) {
        return new WitText(type, docs).write();
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
        new WorldText(lines, owners, ItemDocs.NONE, Optional.empty()).write(type);
        lines.close();
        packages.forEach((name, interfaces) -> {
            ItemDocs said = docs.of(name.replace("%", ""));
            lines.blank().docs(said.docs()).open("package " + name);
            boolean first = true;
            for (var entry : interfaces.entrySet()) {
                if (!first) {
                    lines.blank();
                }
                first = false;
                InterfaceName its = entry.getKey();
                ItemDocs about = said.of("interfaces", its.name());
                lines.meta(about.meta(), its.version()).open("interface " + Names.id(its.name()));
                new InterfaceText(lines, owners, Optional.of(its), about, its.version()).write(entry.getValue());
                lines.close();
            }
            lines.close();
        });
        return lines.toString();
    }

    static Optional<InterfaceName> interfaceName(String name) {
        return InterfaceName.parse(name).filter(Names::isPlain);
    }

    static String packageName(InterfaceName name) {
        return Names.id(name.namespace()) + ":" + Names.id(name.packageName())
                + name.version().map(version -> "@" + version).orElse("");
    }
}
