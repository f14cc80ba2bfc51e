package dev.belay.compose.internal.wac.resolve;

import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.ValueType;
import dev.belay.component.wit.WitTypes;
import dev.belay.compose.internal.wac.syntax.Document;
import dev.belay.compose.internal.wac.syntax.ImportType;
import dev.belay.compose.internal.wac.syntax.Label;
import dev.belay.compose.internal.wac.syntax.PackagePath;
import dev.belay.compose.internal.wac.syntax.PackageRef;
import dev.belay.compose.internal.wac.syntax.Statement;
import dev.belay.wit.error.Problem;
import dev.belay.wit.error.Span;
import dev.belay.wit.error.WitException;
import dev.belay.wit.resolve.Features;
import dev.belay.wit.resolve.Resolver;
import dev.belay.wit.resolve.WitPackages;
import dev.belay.wit.syntax.FuncType;
import dev.belay.wit.syntax.Id;
import dev.belay.wit.syntax.Item;
import dev.belay.wit.syntax.Keywords;
import dev.belay.wit.syntax.Meta;
import dev.belay.wit.syntax.PackageName;
import dev.belay.wit.syntax.TypeItem;
import dev.belay.wit.syntax.UsePath;
import dev.belay.wit.syntax.WitFile;
import dev.belay.wit.syntax.WorldMember;
import dev.belay.wit.syntax.WorldMember.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What a document says in WIT: its interfaces and worlds, and its import statements, as a world of their own. */
final class Declarations {
    /** No name of a text can hold a blank. */
    private static final String IMPORTS = "import statements";

    private final Document document;
    private final Packages packages;
    private final TopLevelTypes types = new TopLevelTypes();
    private final Map<String, FuncType> functions = new HashMap<>();
    private final Map<String, Id> definitions = new LinkedHashMap<>();
    private final List<Item> items = new ArrayList<>();
    private final Set<TypeItem> importTypes = new LinkedHashSet<>();
    private final List<WorldMember> imports = new ArrayList<>();
    private final Map<Statement.Import, Imported> names = new LinkedHashMap<>();
    private final Map<String, Span> taken = new HashMap<>();
    private final Map<String, String> renamed = new HashMap<>();

    /**
     * An import statement's import.
     *
     * @param name of the import
     * @param interfaceName of its interface, if that has a name
     */
    record Imported(String name, Optional<String> interfaceName) {}

    private Declarations(Document document, Packages packages) {
        this.document = document;
        this.packages = packages;
    }

    static Declarations of(Document document, Packages packages) {
        var declarations = new Declarations(document, packages);
        document.targets().ifPresent(declarations::load);
        document.statements().forEach(declarations::load);
        document.statements().forEach(declarations::add);
        return declarations;
    }

    Imported imported(Statement.Import statement) {
        return Objects.requireNonNull(names.get(statement), "added before");
    }

    /** What is imported, with what that refers to, by name. */
    Map<String, ExternType> importTypes(WitTypes resolved) {
        var result = new LinkedHashMap<String, ExternType>();
        ComponentType type = resolved.packages().root().worlds().containsKey(IMPORTS)
                ? WitTypes.worldType(resolved.packages().root().worlds().get(IMPORTS))
                : new ComponentType(Map.of(), Map.of());
        type.imports().forEach((name, extern) -> {
            if (!(extern instanceof ExternType.TypeEq(ValueType value)) || needsName(value)) {
                result.put(renamed.getOrDefault(name, name), extern);
            }
        });
        return result;
    }

    /** Everything of the document that is WIT, resolved. */
    WitTypes resolve() {
        var members = new ArrayList<WorldMember>(importTypes);
        members.addAll(imports);
        var all = new ArrayList<>(items);
        if (!members.isEmpty()) {
            all.add(new Item.World(Meta.none(), new Id(IMPORTS, document.name().span()), members));
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
        references.packages.forEach((name, id) -> {
            if (!name.equals(packageName(document.name()))) {
                packages.addWit(name.toString(), id.span());
            }
        });
    }

    private void load(PackagePath path) {
        if (!packageName(path.owner()).equals(packageName(document.name()))) {
            packages.addWit(path.owner().toString(), path.owner().span());
        }
    }

    private void add(Statement statement) {
        switch (statement) {
            case Statement.Definition(var item, var name) -> {
                definitions.put(name.name(), name);
                items.add(types.within(item));
            }
            case Statement.Type(var item) -> types.add(item);
            case Statement.FunctionType(var name, var type) -> functions.put(name.name(), type);
            case Statement.Import importing -> add(importing);
            case Statement.Let _, Statement.Export _ -> {
                // No WIT.
            }
        }
    }

    private void add(Statement.Import statement) {
        switch (statement.type()) {
            case ImportType.Path(var path) -> {
                UsePath full = path(path);
                addInterface(statement, full, full.toString());
            }
            case ImportType.Named(var name) when functions.containsKey(name.name()) ->
                addFunction(statement, functions.getOrDefault(name.name(), new FuncType(false, List.of(), Optional.empty())));
            case ImportType.Named(var name) when definitions.containsKey(name.name()) -> {
                PackageName own = packageName(document.name());
                addInterface(statement, UsePath.local(name), new UsePath(Optional.of(own), name).toString());
            }
            case ImportType.Named(var name) -> {
                var known = new ArrayList<>(definitions.keySet());
                known.addAll(functions.keySet());
                throw new WitException(
                        new Problem.Unknown(name.span(), "interface or type of a function", name.name(), "", known));
            }
            case ImportType.Func(var type) -> addFunction(statement, type);
            case ImportType.Inline(var members, _) -> {
                Label label = statement.as().orElse(label(statement.name()));
                add(new Target.Inline(key(statement, label, Optional.empty()), types.within(members)));
            }
        }
    }

    private void addFunction(Statement.Import statement, FuncType type) {
        importTypes.addAll(types.neededBy(type));
        Label label = statement.as().orElse(label(statement.name()));
        add(new Target.Func(key(statement, label, Optional.empty()), type));
    }

    private void addInterface(Statement.Import statement, UsePath path, String fullName) {
        Label label = statement.as().orElse(new Label(fullName, true, path.name().span()));
        if (label.text().equals(fullName)) {
            claim(label);
            names.put(statement, new Imported(fullName, Optional.of(fullName)));
            add(new Target.Interface(path));
        } else {
            add(new Target.Implements(key(statement, label, Optional.of(fullName)), path));
        }
    }

    private void add(Target target) {
        imports.add(new WorldMember.Extern(Meta.none(), WorldMember.Direction.IMPORT, target));
    }

    /** The name within the world: that of the import if it is plain, otherwise one that stands for it. */
    private Id key(Statement.Import statement, Label label, Optional<String> interfaceName) {
        claim(label);
        names.put(statement, new Imported(label.text(), interfaceName));
        if (Keywords.isLabel(label.text())) {
            return new Id(label.text(), label.span());
        }
        String key = "import statement " + renamed.size();
        renamed.put(key, label.text());
        return new Id(key, label.span());
    }

    private void claim(Label label) {
        Span before = taken.putIfAbsent(label.text(), label.span());
        if (before != null) {
            throw new WitException(new Problem.Duplicate(label.span(), "import", label.text(), Optional.of(before)));
        }
    }

    private static Label label(Id name) {
        return new Label(name.name(), false, name.span());
    }

    private static boolean needsName(ValueType type) {
        return switch (type) {
            case ValueType.Record _, ValueType.Variant _, ValueType.Enum _, ValueType.Flags _ -> true;
            default -> false;
        };
    }
}
