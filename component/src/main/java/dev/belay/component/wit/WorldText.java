package dev.belay.component.wit;

import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.wit.name.InterfaceName;
import dev.belay.wit.print.IndentedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Writes what is within the braces of a world. */
final class WorldText {
    private final IndentedText lines;
    private final Owners owners;

    WorldText(IndentedText lines, Owners owners) {
        this.lines = lines;
        this.owners = owners;
    }

    void write(ComponentType type) {
        var imported = Scope.of(type.imports());
        new InterfaceText(lines, owners, Optional.empty()).types(type.imports(), imported);
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
            default -> lines.add(Comments.of(keyword + " " + name, extern));
        }
    }
}
