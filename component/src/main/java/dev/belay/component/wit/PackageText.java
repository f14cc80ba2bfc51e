package dev.belay.component.wit;

import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.wit.name.InterfaceName;
import dev.belay.wit.name.Version;
import dev.belay.wit.print.IndentedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The WIT of a package's binary: a component that exports, for each interface and world, the type of a component. That one
 * exports, by the full name, the interface (an instance) or the world (a component), and imports what they use.
 */
final class PackageText {
    /** Something of the package, or an interface of another that one of its own uses. */
    private record Piece(InterfaceName name, ExternType type, Owners owners) {}

    private final Map<String, Piece> own = new LinkedHashMap<>();
    private final Map<String, Piece> foreign = new LinkedHashMap<>();
    private final IndentedText lines = Comments.lines();

    private final PackageDocs docs;

    private PackageText(PackageDocs docs) {
        this.docs = docs;
    }

    /** Whether that is the type of a package rather than of a component that can do something. */
    static boolean isPackage(ComponentType type) {
        return type.imports().isEmpty()
                && !type.exports().isEmpty()
                && type.exports().values().stream().allMatch(e -> item(e).isPresent());
    }

    /** Of the type of a package. */
    static String of(ComponentType type, PackageDocs docs) {
        if (!isPackage(type)) {
            throw new IllegalArgumentException("expected the type of a package");
        }
        var text = new PackageText(docs);
        type.exports().values().forEach(e -> text.collect(item(e).orElseThrow()));
        return text.write();
    }

    private static Optional<ComponentType> item(ExternType export) {
        return export instanceof ExternType.TypeEq(ComponentType item)
                        && item.exports().size() == 1
                        && item.exports().keySet().stream().allMatch(n -> WitText.interfaceName(n).isPresent())
                        && item.exports().values().stream().allMatch(PackageText::isInterfaceOrWorld)
                ? Optional.of(item)
                : Optional.empty();
    }

    private static boolean isInterfaceOrWorld(ExternType type) {
        return type instanceof ExternType.Instance || type instanceof ExternType.Component;
    }

    private void collect(ComponentType item) {
        var owners = new Owners();
        item.imports().forEach((name, type) -> used(name, type, owners));
        item.exports().forEach((name, type) -> {
            InterfaceName parsed = WitText.interfaceName(name).orElseThrow();
            if (type instanceof ExternType.Component(ComponentType world)) {
                world.imports().forEach((n, t) -> used(n, t, owners));
                world.exports().forEach((n, t) -> used(n, t, owners));
            } else if (type instanceof ExternType.Instance(InstanceType instance)) {
                owners.add(parsed, instance);
            }
            own.put(name, new Piece(parsed, type, owners));
        });
    }

    private void used(String name, ExternType type, Owners owners) {
        Optional<InterfaceName> parsed = WitText.interfaceName(name);
        if (parsed.isPresent() && type instanceof ExternType.Instance(InstanceType instance)) {
            owners.add(parsed.get(), instance);
            foreign.merge(name, new Piece(parsed.get(), type, owners), PackageText::larger);
        }
    }

    private static Piece larger(Piece one, Piece other) {
        return size(other) > size(one) ? other : one;
    }

    private static int size(Piece piece) {
        return piece.type() instanceof ExternType.Instance(InstanceType i) ? i.exports().size() : 0;
    }

    private String write() {
        String root = WitText.packageName(own.values().iterator().next().name());
        var others = new LinkedHashMap<String, List<Piece>>();
        foreign.forEach((name, piece) -> {
            if (!own.containsKey(name)) {
                others.computeIfAbsent(WitText.packageName(piece.name()), _ -> new ArrayList<>()).add(piece);
            }
        });
        ItemDocs said = docs.ofRoot(root.replace("%", ""));
        lines.docs(said.docs()).add("package " + root + ";");
        own.values().forEach(piece -> {
            lines.blank();
            write(piece, said);
        });
        // A part of the package that nobody exports is still referred to.
        others.getOrDefault(root, List.of()).forEach(piece -> {
            lines.blank();
            write(piece, said);
        });
        others.remove(root);
        others.forEach((name, pieces) -> {
            ItemDocs its = docs.of(name.replace("%", ""));
            lines.blank().docs(its.docs()).open("package " + name);
            pieces.forEach(piece -> write(piece, its));
            lines.close();
        });
        return lines.toString();
    }

    private void write(Piece piece, ItemDocs said) {
        String name = piece.name().name();
        Optional<Version> version = piece.name().version();
        switch (piece.type()) {
            case ExternType.Instance(InstanceType instance) -> {
                ItemDocs its = said.of("interfaces", name);
                lines.meta(its.meta(), version).open("interface " + Names.id(name));
                new InterfaceText(lines, piece.owners(), Optional.of(piece.name()), its, version).write(List.of(instance));
                lines.close();
            }
            case ExternType.Component(ComponentType world) -> {
                ItemDocs its = said.of("worlds", name);
                lines.meta(its.meta(), version).open("world " + Names.id(name));
                new WorldText(lines, piece.owners(), its, version).write(world);
                lines.close();
            }
            default -> lines.add(Comments.of(name, piece.type()));
        }
    }
}
