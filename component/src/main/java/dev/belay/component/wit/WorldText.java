package dev.belay.component.wit;

import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import dev.belay.wit.name.InterfaceName;
import dev.belay.wit.name.Version;
import dev.belay.wit.print.IndentedText;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes what is within the braces of a world. */
final class WorldText {
    private final IndentedText lines;
    private final Owners owners;
    private final ItemDocs docs;
    private final Optional<Version> version;
    private final Set<String> writtenExports = new HashSet<>();

    /**
     * @param docs what is said of the items in it
     * @param version of the package around it
     */
    WorldText(IndentedText lines, Owners owners, ItemDocs docs, Optional<Version> version) {
        this.lines = lines;
        this.owners = owners;
        this.docs = docs;
        this.version = version;
    }

    void write(ComponentType type) {
        var imported = Scope.of(type.imports());
        new InterfaceText(lines, owners, Optional.empty(), docs, version).types(type.imports(), imported);
        var everything = new LinkedHashMap<>(type.imports());
        type.exports().forEach(everything::putIfAbsent);
        var all = Scope.of(everything);
        exportedTypes(type, all);
        var taken = new HashSet<>(everything.keySet());
        new MissingNames(lines, owners, imported, taken).of(type.imports().values());
        var exporting = new MissingNames(lines, owners, all, taken);
        exporting.of(type.imports().values());
        exporting.of(type.exports().values());
        type.imports().forEach((name, extern) -> item("import", name, extern, imported));
        type.exports().forEach((name, extern) -> item("export", name, extern, all));
    }

    /** WIT has no exports of types; as types of the world they are at least there for functions to mention. */
    private void exportedTypes(ComponentType type, Scope all) {
        var exported = new LinkedHashMap<>(type.exports());
        exported.keySet().removeAll(type.imports().keySet());
        exported.values().removeIf(e -> e instanceof ExternType.Instance
                || e instanceof ExternType.TypeEq(var any) && !(any instanceof ValueType || any instanceof ResourceType));
        if (exported.entrySet().stream().anyMatch(e -> isType(e.getValue()) && Names.isLabel(e.getKey()))) {
            lines.add("// exported types:");
            new InterfaceText(lines, owners, Optional.empty(), docs, version).types(exported, all);
            exported.forEach((name, extern) -> {
                if (isType(extern) || name.startsWith("[")) {
                    writtenExports.add(name);
                }
            });
        }
    }

    private static boolean isType(ExternType type) {
        return type instanceof ExternType.TypeEq || type instanceof ExternType.AbstractResource;
    }

    private void item(String keyword, String name, ExternType extern, Scope scope) {
        if (keyword.equals("export") && writtenExports.contains(name)) {
            return;
        }
        Optional<InterfaceName> parsed = WitText.interfaceName(name);
        switch (extern) {
            case ExternType.Instance _ when parsed.isPresent() ->
                lines.meta(docs.of("interface_" + keyword + "_stability", name).gates(), version)
                        .add(keyword + " " + Names.path(parsed.get()) + ";");
            case ExternType.Instance(InstanceType instance) when Names.isLabel(name) -> {
                ItemDocs its = said(keyword, "interface", name);
                lines.meta(its.meta(), version).open(keyword + " " + Names.id(name) + ": interface");
                new InterfaceText(lines, owners, Optional.empty(), its, version).write(List.of(instance));
                lines.close();
            }
            case ExternType.Func(var function) when Names.isLabel(name) ->
                lines.meta(said(keyword, "func", name).meta(), version)
                        .add(keyword + " " + Names.id(name) + ": " + new TypeWriter(scope).function(function) + ";");
            case ExternType.Func _ when name.startsWith("[") && keyword.equals("import") -> {} // in its resource
            case ExternType.TypeEq _, ExternType.AbstractResource _ when keyword.equals("import") -> {} // among the types
            default -> lines.add(Comments.of(keyword + " " + name, extern));
        }
    }

    /** The older format does not tell imports from exports. */
    private ItemDocs said(String keyword, String kind, String name) {
        String exports = kind + "_exports";
        return docs.of(keyword.equals("export") && docs.has(exports, name) ? exports : kind + "s", name);
    }
}
