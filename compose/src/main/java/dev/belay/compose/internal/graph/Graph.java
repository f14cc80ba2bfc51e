package dev.belay.compose.internal.graph;

import dev.belay.component.model.ExternName;
import dev.belay.component.type.AnyType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.Substitution;
import dev.belay.component.type.Subtyping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A composition under construction. Nodes are added each after those that it takes values from, so that there can be no
 * circle, and each is checked when it is added.
 */
public final class Graph {
    private static final String WHOLE = "the composition";

    private final SharedImports imports = new SharedImports();
    private final Subtyping declared = Subtyping.start();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, AnyType> definitions = new LinkedHashMap<>();
    private final Map<String, Value> exports = new LinkedHashMap<>();
    private final Map<Value, ExternType> types = new HashMap<>();

    /**
     * Imports something that no component need ask for. What its type refers to has to be declared before.
     *
     * @throws dev.belay.compose.ComposeException if something else is imported by that name
     */
    public Value declare(String name, ExternType type) {
        ExternType inTermsOfOthers = Substitution.of(declared.bindings()).apply(type);
        ExternType shared = imports.add(WHOLE, name, inTermsOfOthers);
        declared.require(name, shared, type);
        return new Value.Imported(name);
    }

    /** Defines a type, which the whole exports; the name must be new among exports. */
    public Value define(String name, AnyType type) {
        definitions.put(name, type);
        return new Value.Defined(name);
    }

    /** The types that it defines, each after those that it refers to. */
    public Map<String, AnyType> definitions() {
        return Collections.unmodifiableMap(definitions);
    }

    /** Whether a component asks for the import, or it was declared. */
    public boolean imports(String name) {
        return imports.has(name);
    }

    /**
     * @param label for people
     * @param arguments by the names of the part's imports; what is not among them the whole imports
     * @throws MisfitException if an argument does not do for its import
     * @throws dev.belay.compose.ComposeException if what is left to import cannot be put together with what others import
     */
    public Node instantiate(String label, Part part, Map<String, Value> arguments) {
        var check = Subtyping.start();
        part.type().imports().forEach((name, expected) -> {
            Value argument = arguments.get(name);
            ExternType actual = argument != null
                    ? type(argument)
                    : imports.add(label, name, Substitution.of(check.bindings()).apply(expected));
            if (!check.require(name, actual, expected)) {
                throw new MisfitException(name, check.mismatches().getFirst());
            }
        });
        var node = new Node(label, part, arguments, Substitution.of(check.bindings()));
        nodes.add(node);
        return node;
    }

    /** The type of a value, in terms of the imports of the whole and of what nodes define. */
    public ExternType type(Value value) {
        if (value instanceof Value.Imported(String name)) {
            return imports.type(name);
        }
        ExternType known = types.get(value);
        if (known == null) {
            known = compute(value);
            types.put(value, known);
        }
        return known;
    }

    private ExternType compute(Value value) {
        return switch (value) {
            case Value.Imported(String name) -> imports.type(name);
            case Value.Defined(String name) ->
                new ExternType.TypeEq(Objects.requireNonNull(definitions.get(name), name));
            case Value.Whole(Node node) -> node.type();
            case Value.Exported(Value.Whole(Node node), String name) -> found(node.export(name), value);
            case Value.Exported(Value instance, String name) ->
                found(type(instance) instanceof ExternType.Instance(var type)
                        ? Optional.ofNullable(type.exports().get(name))
                        : Optional.empty(), value);
        };
    }

    private static ExternType found(Optional<ExternType> type, Value value) {
        return type.orElseThrow(() -> new IllegalStateException("no such export: " + value));
    }

    /** Exports a value; the name must be new. */
    public void export(String name, Value value) {
        exports.put(name, value);
    }

    /** In the order in which they are instantiated. */
    public List<Node> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    public Map<String, Value> exports() {
        return Collections.unmodifiableMap(exports);
    }

    /** The name under which the whole imports what a node or a declaration calls {@code name}. */
    public String importName(String name) {
        return imports.nameFor(name);
    }

    /** All that is imported, by its final names. */
    public Map<String, ExternType> imports() {
        return imports.all();
    }

    /** The name with the attributes that it has where it comes from, if it has kept it. */
    public static ExternName exportName(String name, Value value) {
        return value instanceof Value.Exported(Value.Whole(Node node), String original) && original.equals(name)
                ? node.part().exportName(name)
                : ExternName.of(name);
    }
}
