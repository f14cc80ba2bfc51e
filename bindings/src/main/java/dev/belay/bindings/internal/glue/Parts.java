package dev.belay.bindings.internal.glue;

import dev.belay.bindings.BindingsException;
import dev.belay.bindings.internal.Content;
import dev.belay.component.model.Primitive;
import dev.belay.component.type.ValueType;
import dev.belay.wit.resolve.TypeRef;
import dev.belay.wit.resolve.WitFunction;
import dev.belay.wit.resolve.WitInterface;
import dev.belay.wit.resolve.WitType;
import dev.belay.wit.resolve.WitWorld;
import dev.belay.wit.resolve.WorldItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parts of a world, with everything resolved. */
public final class Parts {
    private record Key(WitType type, boolean exporting) {}

    private final WitWorld world;
    private final Map<WitInterface, Part> imports = new HashMap<>();
    private final Map<WitInterface, Part> exports = new HashMap<>();
    private final List<Part> all = new ArrayList<>();
    private final Map<Key, Declared> declared = new HashMap<>();
    private final Part own;
    /** What is being resolved, for messages. */
    private String where = "";

    /** @throws BindingsException if the world has what there is no glue for */
    public Parts(WitWorld world) {
        this.world = world;
        var names = new PartNames(world);
        world.imports().forEach((key, item) -> {
            if (item instanceof WorldItem.Interface(var _, var type)) {
                imports.computeIfAbsent(type, _ -> add(new Part(Content.of(key, type), false, names.imported(key, type))));
            }
        });
        own = new Part(Content.of(world, false), false, names.ofWorld());
        if (!own.content().isEmpty()) {
            all.add(own);
        }
        world.exports().forEach((key, item) -> {
            if (item instanceof WorldItem.Interface(var _, var type)) {
                exports.computeIfAbsent(type, _ -> add(new Part(Content.of(key, type), true, names.exported(key, type))));
            }
        });
        var free = new Part(new Content(Content.ROOT, "", List.of(), Content.of(world, true).functions()), true, names.ofWorld());
        if (!free.content().isEmpty()) {
            all.add(free);
        }
        all.forEach(this::fill);
    }

    private Part add(Part part) {
        all.add(part);
        return part;
    }

    private void fill(Part part) {
        for (WitType type : part.content().types()) {
            where = part.name() + ", type " + type.name();
            part.add(declared(type, part));
        }
        for (WitFunction function : part.content().functions()) {
            where = part.name() + ", function " + function.name();
            if (function.async()) {
                throw new BindingsException(where + ": is asynchronous, for which there is no glue; expected a plain `func`");
            }
            List<Type> params = function.params().stream().map(p -> type(p.type(), part.exporting())).toList();
            part.add(Function.of(part, function, params, function.result().map(t -> type(t, part.exporting()))));
        }
    }

    public String worldName() {
        return world.name();
    }

    public String worldFullName() {
        return world.fullName();
    }

    public String worldDocs() {
        return world.meta().docs();
    }

    /** Imports before exports; each after those whose types it uses. */
    public List<Part> all() {
        return all;
    }

    private Declared declared(WitType root, Part part) {
        var key = new Key(root, part.exporting());
        Declared known = declared.get(key);
        if (known != null) {
            return known;
        }
        List<Type> payloads = switch (root.body()) {
            case WitType.Record(var fields) -> fields.stream().map(f -> type(f.type(), part.exporting())).toList();
            case WitType.Variant(var cases) ->
                cases.stream().flatMap(c -> c.type().stream()).map(t -> type(t, part.exporting())).toList();
            default -> List.of();
        };
        var made = new Declared(part, root, payloads, abi(root, payloads));
        declared.put(key, made);
        return made;
    }

    private static ValueType abi(WitType type, List<Type> payloads) {
        var left = new ArrayList<>(payloads);
        return switch (type.body()) {
            case WitType.Record(var fields) ->
                new ValueType.Record(fields.stream().map(f -> new ValueType.Field(f.name(), left.removeFirst().abi())).toList());
            case WitType.Variant(var cases) -> new ValueType.Variant(cases.stream()
                    .map(c -> new ValueType.Case(c.name(), c.type().map(_ -> left.removeFirst().abi())))
                    .toList());
            case WitType.Enum(var cases) -> new ValueType.Enum(cases.stream().map(WitType.Label::name).toList());
            case WitType.Flags(var flags) -> new ValueType.Flags(flags.stream().map(WitType.Label::name).toList());
            case WitType.Resource _ -> new ValueType.Prim(Primitive.U32);
            case WitType.Alias _ -> throw new IllegalStateException("an alias has no type of its own: " + type.name());
        };
    }

    private Part ownerOf(WitType root, boolean exporting) {
        if (root.owner().isEmpty()) {
            return own;
        }
        WitInterface owner = root.owner().get();
        Part found = exporting && exports.containsKey(owner) ? exports.get(owner) : imports.get(owner);
        if (found == null) {
            throw new BindingsException(owner + ": expected it among the imports or exports of the world");
        }
        return found;
    }

    private Declared owned(WitType root, boolean exporting) {
        return declared(root, ownerOf(root, exporting));
    }

    private Type type(TypeRef type, boolean exporting) {
        return switch (type) {
            case TypeRef.Prim(var keyword) -> primitive(keyword);
            case TypeRef.Named(var named) -> {
                WitType root = named.root();
                yield switch (root.body()) {
                    case WitType.Alias(var other) -> type(other, exporting);
                    case WitType.Resource _ -> new Type.Handle(owned(root, exporting), true);
                    default -> new Type.Named(owned(root, exporting));
                };
            }
            case TypeRef.Own(var resource) -> new Type.Handle(owned(resource.root(), exporting), true);
            case TypeRef.Borrow(var resource) -> new Type.Handle(owned(resource.root(), exporting), false);
            case TypeRef.ListOf(var element) -> new Type.ListOf(type(element, exporting));
            case TypeRef.Option(var some) -> new Type.Option(type(some, exporting));
            case TypeRef.Result(var ok, var error) ->
                new Type.Result(ok.map(t -> type(t, exporting)), error.map(t -> type(t, exporting)));
            case TypeRef.Tuple(var types) -> new Type.Tuple(types.stream().map(t -> type(t, exporting)).toList());
            case TypeRef.FixedList _ -> throw unsupported("a list of fixed length", "a tuple or a list");
            case TypeRef.MapOf _ -> throw unsupported("map", "a list of tuples");
            case TypeRef.Stream _ -> throw unsupported("stream", "a resource, or a function without it");
            case TypeRef.Future _ -> throw unsupported("future", "a resource, or a function without it");
        };
    }

    private Type primitive(String keyword) {
        return switch (keyword) {
            case "string" -> new Type.Text();
            case "error-context" -> throw unsupported(keyword, "a string");
            default -> new Type.Scalar(Primitive.valueOf(keyword.toUpperCase(Locale.ROOT).replace('-', '_')));
        };
    }

    private BindingsException unsupported(String what, String instead) {
        return new BindingsException(where + ": has the type " + what + ", for which there is no glue; use " + instead);
    }

    /** The payloads of a type's fields or cases, as they come: empty for a case that has none. */
    public static List<Optional<Type>> perMember(Declared type) {
        var left = new ArrayList<>(type.payloads());
        return switch (type.type().body()) {
            case WitType.Record(var fields) -> fields.stream().map(_ -> Optional.of(left.removeFirst())).toList();
            case WitType.Variant(var cases) -> cases.stream().map(c -> c.type().map(_ -> left.removeFirst())).toList();
            default -> List.of();
        };
    }

    /** Every type that is mentioned and has no name, each after what it is made of. */
    public List<Type> unnamed() {
        var found = new LinkedHashMap<Type, Boolean>();
        for (Part part : all) {
            part.types().forEach(t -> t.payloads().forEach(p -> mention(found, p)));
            part.functions().forEach(f -> {
                f.params().forEach(p -> mention(found, p.type()));
                f.result().ifPresent(r -> mention(found, r));
            });
        }
        return List.copyOf(found.keySet());
    }

    private static void mention(Map<Type, Boolean> found, Type type) {
        inner(type).forEach(t -> mention(found, t));
        if (!(type instanceof Type.Scalar || type instanceof Type.Text || type instanceof Type.Named || type instanceof Type.Handle)) {
            found.put(type, true);
        }
    }

    private static List<Type> inner(Type type) {
        return switch (type) {
            case Type.ListOf(var element) -> List.of(element);
            case Type.Option(var some) -> List.of(some);
            case Type.Tuple(var types) -> types;
            case Type.Result(var ok, var error) ->
                java.util.stream.Stream.concat(ok.stream(), error.stream()).toList();
            default -> List.of();
        };
    }
}
