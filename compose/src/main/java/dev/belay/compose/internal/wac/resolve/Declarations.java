package dev.belay.compose.internal.wac.resolve;

import dev.belay.component.type.AnyType;
import dev.belay.component.type.ExternType;
import dev.belay.component.wit.WitTypes;
import dev.belay.compose.internal.encode.WitDefinitions;
import dev.belay.compose.internal.wac.syntax.Document;
import dev.belay.compose.internal.wac.syntax.ImportType;
import dev.belay.compose.internal.wac.syntax.PackagePath;
import dev.belay.compose.internal.wac.syntax.PackageRef;
import dev.belay.compose.internal.wac.syntax.Statement;
import dev.belay.wit.error.Span;
import dev.belay.wit.resolve.Features;
import dev.belay.wit.resolve.Resolver;
import dev.belay.wit.resolve.WitInterface;
import dev.belay.wit.resolve.WitPackage;
import dev.belay.wit.resolve.WitPackages;
import dev.belay.wit.resolve.WitWorld;
import dev.belay.wit.syntax.Id;
import dev.belay.wit.syntax.Item;
import dev.belay.wit.syntax.Meta;
import dev.belay.wit.syntax.PackageName;
import dev.belay.wit.syntax.UsePath;
import dev.belay.wit.syntax.WitFile;
import dev.belay.wit.syntax.WorldMember;
import dev.belay.wit.syntax.WorldMember.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a document says in WIT: its types, interfaces and worlds, and its import statements. */
final class Declarations {
    /** A world of the types and types of functions; no name of a text can hold a blank. */
    private static final String TYPES = "type statements";

    private final Document document;
    private final Packages packages;
    private final TopLevelTypes types = new TopLevelTypes();
    private final List<Item> items = new ArrayList<>();
    private final List<WorldMember> typeMembers = new ArrayList<>();
    private final List<Id> names = new ArrayList<>();
    private final ImportStatements imports;

    private Declarations(Document document, Packages packages) {
        this.document = document;
        this.packages = packages;
        this.imports = new ImportStatements(packageName(document.name()), types, this);
    }

    static Declarations of(Document document, Packages packages) {
        var declarations = new Declarations(document, packages);
        document.targets().ifPresent(declarations::load);
        document.statements().forEach(declarations::load);
        document.statements().forEach(declarations::add);
        return declarations;
    }

    ImportStatements imports() {
        return imports;
    }

    /** What the statements define, by name: in their order, types and types of functions before all else. */
    Map<String, AnyType> definitions(WitTypes resolved) {
        var definitions = new LinkedHashMap<String, AnyType>();
        WitPackage own = resolved.packages().root();
        Optional.ofNullable(own.worlds().get(TYPES)).ifPresent(world ->
                WitTypes.worldType(world).imports().forEach((name, type) -> definitions.put(name, definition(type))));
        for (Id name : names) {
            WitInterface type = own.interfaces().get(name.name());
            WitWorld world = own.worlds().get(name.name());
            if (type != null) {
                definitions.put(name.name(), WitDefinitions.of(resolved, type));
            } else if (world != null) {
                definitions.put(name.name(), WitDefinitions.of(world));
            }
        }
        return definitions;
    }

    private static AnyType definition(ExternType type) {
        return switch (type) {
            case ExternType.TypeEq(var value) -> value;
            case ExternType.Func(var function) -> function;
            default -> throw new IllegalStateException("no top-level type is a " + type.sort());
        };
    }

    /** Everything of the document that is WIT, resolved. */
    WitTypes resolve() {
        var all = new ArrayList<>(items);
        imports.world(document.name().span()).ifPresent(all::add);
        if (!typeMembers.isEmpty()) {
            all.add(new Item.World(Meta.none(), new Id(TYPES, document.name().span()), typeMembers));
        }
        var groups = new ArrayList<List<WitFile>>();
        groups.add(List.of(new WitFile(Meta.none(), Optional.of(packageName(document.name())), all)));
        groups.addAll(packages.wit().all());
        WitPackages resolved = Resolver.resolve(groups, Features.all());
        return WitTypes.of(resolved);
    }

    /** The full name of what a path names, with the version of the only package that it can mean. */
    UsePath path(PackagePath path) {
        PackageName wanted = packageName(path.owner());
        List<PackageName> known = packages.wit().names();
        PackageName found = known.contains(wanted) || wanted.version().isPresent()
                ? wanted
                : known.stream()
                        .filter(n -> n.namespace().equals(wanted.namespace()) && n.name().equals(wanted.name()))
                        .findFirst()
                        .map(n -> new PackageName(wanted.namespace(), wanted.name(), n.version()))
                        .orElse(wanted);
        return new UsePath(Optional.of(found), path.name());
    }

    /** Whether a path of another package names a world there. */
    boolean isWorld(UsePath path) {
        return packages.wit().all().stream()
                .flatMap(List::stream)
                .flatMap(file -> path.packageName().equals(file.packageName())
                        ? file.items().stream()
                        : file.items().stream()
                                .filter(i -> i instanceof Item.Package p && path.packageName().equals(Optional.of(p.name())))
                                .flatMap(i -> ((Item.Package) i).items().stream()))
                .anyMatch(item -> item instanceof Item.World world && world.name().name().equals(path.name().name()));
    }

    static PackageName packageName(PackageRef ref) {
        List<Id> parts = ref.parts();
        String namespace = String.join(":", parts.subList(0, parts.size() - 1).stream().map(Id::name).toList());
        return new PackageName(new Id(namespace, ref.span()), parts.getLast(), ref.version());
    }

    private void load(Statement statement) {
        switch (statement) {
            case Statement.Import(_, _, ImportType.Path(var path)) -> load(path);
            case Statement.Import(_, _, ImportType.Inline(var members, _)) -> {
                var references = new References();
                members.forEach(references::member);
                load(references);
            }
            case Statement.Definition(var item, _) -> load(new References().item(item));
            default -> {
                // Names no packages of WIT.
            }
        }
    }

    private void load(References references) {
        references.packages.forEach((name, id) -> load(name, id.span()));
    }

    private void load(PackagePath path) {
        load(packageName(path.owner()), path.owner().span());
    }

    private void load(PackageName name, Span span) {
        if (!name.equals(packageName(document.name()))) {
            packages.addWit(name.toString(), span);
        }
    }

    private void add(Statement statement) {
        switch (statement) {
            case Statement.Definition(var item, var name) -> {
                imports.define(name, item);
                names.add(name);
                items.add(types.within(item));
            }
            case Statement.Type(var item) -> {
                types.add(item);
                imports.define(item);
                typeMembers.add(item);
            }
            case Statement.FunctionType(var name, var type) -> {
                imports.define(name, type);
                typeMembers.add(new WorldMember.Extern(
                        Meta.none(), WorldMember.Direction.IMPORT, new Target.Func(name, type)));
            }
            case Statement.Import importing -> imports.add(importing);
            case Statement.Let _, Statement.Export _ -> {
                // No WIT.
            }
        }
    }
}
