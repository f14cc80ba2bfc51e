package dev.belay.component.wit;

import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.wit.name.InterfaceName;
import dev.belay.wit.name.Version;
import dev.belay.wit.print.IndentedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Writes what is within the braces of a world. */
final class WorldText {
    private final IndentedText lines;
    private final Owners owners;
    private final ItemDocs docs;
    private final Optional<Version> version;

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
        type.imports().forEach((name, extern) -> item("import", name, extern, imported));
        var everything = new LinkedHashMap<>(type.imports());
        type.exports().forEach(everything::putIfAbsent);
        var all = Scope.of(everything);
        type.exports().forEach((name, extern) -> item("export", name, extern, all));
    }

    private void item(String keyword, String name, ExternType extern, Scope scope) {
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
