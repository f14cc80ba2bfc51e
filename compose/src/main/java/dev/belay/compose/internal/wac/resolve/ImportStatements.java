package dev.belay.compose.internal.wac.resolve;

import dev.belay.component.type.AnyType;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.ValueType;
import dev.belay.component.wit.WitTypes;
import dev.belay.compose.internal.wac.syntax.ImportType;
import dev.belay.compose.internal.wac.syntax.Label;
import dev.belay.compose.internal.wac.syntax.Statement;
import dev.belay.wit.error.Problem;
import dev.belay.wit.error.Span;
import dev.belay.wit.error.WitException;
import dev.belay.wit.syntax.FuncType;
import dev.belay.wit.syntax.Id;
import dev.belay.wit.syntax.Item;
import dev.belay.wit.syntax.Keywords;
import dev.belay.wit.syntax.Meta;
import dev.belay.wit.syntax.PackageName;
import dev.belay.wit.syntax.TypeItem;
import dev.belay.wit.syntax.UsePath;
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

/** Import statements: those of functions and instances are a world of their own, components are of worlds' types. */
final class ImportStatements {
    /** No name of a text can hold a blank. */
    private static final String WORLD = "import statements";

    private final PackageName own;
    private final TopLevelTypes types;
    private final Declarations declarations;
    private final Map<String, FuncType> functions = new HashMap<>();
    private final Map<String, Item> definitions = new LinkedHashMap<>();
    private final Set<String> typeNames = new LinkedHashSet<>();
    private final Set<TypeItem> neededTypes = new LinkedHashSet<>();
    private final List<WorldMember> members = new ArrayList<>();
    private final Map<Statement.Import, Imported> names = new LinkedHashMap<>();
    private final Map<String, Span> taken = new HashMap<>();
    private final Map<String, String> renamed = new HashMap<>();
    /** By the name of the import: the full name of the component's world. */
    private final Map<String, String> components = new LinkedHashMap<>();
    /** By the name of the import: what the document calls the type. */
    private final Map<String, String> importedTypes = new LinkedHashMap<>();

    /**
     * An import statement's import.
     *
     * @param name of the import
     * @param interfaceName of its interface, if that has a name
     */
    record Imported(String name, Optional<String> interfaceName) {}

    ImportStatements(PackageName own, TopLevelTypes types, Declarations declarations) {
        this.own = own;
        this.types = types;
        this.declarations = declarations;
    }

    Imported of(Statement.Import statement) {
        return Objects.requireNonNull(names.get(statement), "added before");
    }

    void define(Id name, Item item) {
        definitions.put(name.name(), item);
    }

    void define(Id name, FuncType type) {
        functions.put(name.name(), type);
    }

    void define(TypeItem type) {
        typeNames.add(type.name().name());
    }

    /** What is imported and has a name in WIT. */
    Optional<Item> world(Span span) {
        var all = new ArrayList<WorldMember>(neededTypes);
        all.addAll(members);
        return all.isEmpty() ? Optional.empty() : Optional.of(new Item.World(Meta.none(), new Id(WORLD, span), all));
    }

    /**
     * What is imported, with what that refers to, by name.
     *
     * @param defined the types that the document defines
     */
    Map<String, ExternType> externs(WitTypes resolved, Map<String, AnyType> defined) {
        var result = new LinkedHashMap<String, ExternType>();
        ComponentType type = resolved.packages().root().worlds().containsKey(WORLD)
                ? WitTypes.worldType(resolved.packages().root().worlds().get(WORLD))
                : new ComponentType(Map.of(), Map.of());
        type.imports().forEach((name, extern) -> {
            if (!(extern instanceof ExternType.TypeEq(ValueType value)) || needsName(value)) {
                result.put(renamed.getOrDefault(name, name), extern);
            }
        });
        importedTypes.forEach((name, its) ->
                result.put(name, new ExternType.TypeEq(Objects.requireNonNull(defined.get(its), its))));
        components.forEach((name, world) ->
                result.put(name, new ExternType.Component(resolved.worldType(world).orElseThrow())));
        return result;
    }

    void add(Statement.Import statement) {
        switch (statement.type()) {
            case ImportType.Path(var path) -> {
                UsePath full = declarations.path(path);
                if (declarations.isWorld(full)) {
                    addComponent(statement, full, path.span());
                } else {
                    addInterface(statement, full, full.toString());
                }
            }
            case ImportType.Named(var name) -> addNamed(statement, name);
            case ImportType.Func(var type) -> addFunction(statement, type);
            case ImportType.Inline(var inline, _) -> {
                Label label = statement.as().orElse(label(statement.name()));
                add(new Target.Inline(key(statement, label, Optional.empty()), types.within(inline)));
            }
        }
    }

    private void addNamed(Statement.Import statement, Id name) {
        FuncType function = functions.get(name.name());
        Item item = definitions.get(name.name());
        UsePath path = new UsePath(Optional.of(own), name);
        if (function != null) {
            addFunction(statement, function);
        } else if (item instanceof Item.World) {
            addComponent(statement, path, name.span());
        } else if (item != null) {
            addInterface(statement, UsePath.local(name), path.toString());
        } else if (typeNames.contains(name.name())) {
            Label label = statement.as().orElse(label(statement.name()));
            claim(label);
            names.put(statement, new Imported(label.text(), Optional.empty()));
            importedTypes.put(label.text(), name.name());
        } else {
            var known = new ArrayList<>(definitions.keySet());
            known.addAll(functions.keySet());
            known.addAll(typeNames);
            throw new WitException(new Problem.Unknown(name.span(), "type, interface or world", name.name(), "", known));
        }
    }

    private void addFunction(Statement.Import statement, FuncType type) {
        neededTypes.addAll(types.neededBy(type));
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

    private void addComponent(Statement.Import statement, UsePath world, Span span) {
        Label label = statement.as().orElse(new Label(world.toString(), true, span));
        claim(label);
        names.put(statement, new Imported(label.text(), Optional.empty()));
        components.put(label.text(), world.toString());
    }

    private void add(Target target) {
        members.add(new WorldMember.Extern(Meta.none(), WorldMember.Direction.IMPORT, target));
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
        Externs.checkName("import", label.text(), label.span());
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
