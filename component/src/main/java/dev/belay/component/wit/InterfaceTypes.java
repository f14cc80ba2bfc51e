package dev.belay.component.wit;

import dev.belay.component.model.Primitive;
import dev.belay.component.type.AnyType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import dev.belay.wit.WitError;
import dev.belay.wit.WitException;
import dev.belay.wit.resolve.Packages;
import dev.belay.wit.resolve.ResolvedInterface;
import dev.belay.wit.syntax.Ast;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types of one interface, each worked out when it is first asked for. */
final class InterfaceTypes {
    private final WitTypes all;
    private final Packages packages;
    private final ResolvedInterface of;
    private final Map<String, Ast.TypeDef> definitions = new LinkedHashMap<>();
    private final Map<String, Used> uses = new LinkedHashMap<>();
    private final Map<String, AnyType> known = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private Optional<InstanceType> whole = Optional.empty();

    private record Used(Ast.Path from, Ast.Id name) {}

    InterfaceTypes(WitTypes all, Packages packages, ResolvedInterface of) {
        this.all = all;
        this.packages = packages;
        this.of = of;
        for (Ast.InterfaceItem item : of.items()) {
            switch (item) {
                case Ast.TypeDef def -> requireNew(def.name(), definitions.put(def.name().name(), def) == null);
                case Ast.Use use -> use.names().forEach(name -> requireNew(
                        name.local(), uses.put(name.local().name(), new Used(use.path(), name.name())) == null));
                case Ast.Func _ -> {}
            }
        }
    }

    private static void requireNew(Ast.Id name, boolean isNew) {
        if (!isNew) {
            throw new WitException(new WitError.Duplicate(name.span(), "type", name.name()));
        }
    }

    InstanceType instanceType() {
        if (whole.isEmpty()) {
            whole = Optional.of(new InstanceType(exports()));
        }
        return whole.get();
    }

    private Map<String, ExternType> exports() {
        var exports = new LinkedHashMap<String, ExternType>();
        for (Ast.InterfaceItem item : of.items()) {
            switch (item) {
                case Ast.Use use -> use.names().forEach(
                        name -> exports.put(name.local().name(), new ExternType.TypeEq(type(name.local()))));
                case Ast.TypeDef def -> {
                    AnyType type = type(def.name());
                    boolean declares = def.body() instanceof Ast.ResourceBody;
                    exports.put(
                            def.name().name(),
                            declares
                                    ? new ExternType.AbstractResource((ResourceType) type)
                                    : new ExternType.TypeEq(type));
                }
                case Ast.Func _ -> {}
            }
        }
        for (Ast.InterfaceItem item : of.items()) {
            switch (item) {
                case Ast.TypeDef(var name, Ast.ResourceBody(var methods), _, _) ->
                    methods.forEach(m -> addFunction(exports, methodName(name, m), m.name(), method(name, m)));
                case Ast.Func func ->
                    addFunction(exports, func.name().name(), func.name(), function(func.signature(), List.of()));
                case Ast.TypeDef _, Ast.Use _ -> {}
            }
        }
        return exports;
    }

    private static void addFunction(Map<String, ExternType> exports, String name, Ast.Id at, FunctionType type) {
        if (exports.put(name, new ExternType.Func(type)) != null) {
            throw new WitException(new WitError.Duplicate(at.span(), "name", at.name()));
        }
    }

    private static String methodName(Ast.Id resource, Ast.ResourceItem item) {
        return switch (item.kind()) {
            case METHOD -> "[method]" + resource.name() + "." + item.name().name();
            case STATIC -> "[static]" + resource.name() + "." + item.name().name();
            case CONSTRUCTOR -> "[constructor]" + resource.name();
        };
    }

    private FunctionType method(Ast.Id resource, Ast.ResourceItem item) {
        var self = (ResourceType) type(resource);
        return switch (item.kind()) {
            case METHOD -> function(
                    item.signature(), List.of(new ValueType.Field("self", new ValueType.Borrow(self))));
            case STATIC -> function(item.signature(), List.of());
            case CONSTRUCTOR -> {
                FunctionType written = function(item.signature(), List.of());
                yield new FunctionType(
                        false, written.params(), written.result().or(() -> Optional.of(new ValueType.Own(self))));
            }
        };
    }

    private FunctionType function(Ast.Signature signature, List<ValueType.Field> first) {
        var params = new ArrayList<>(first);
        signature.params().forEach(p -> params.add(new ValueType.Field(p.name().name(), value(p.type()))));
        return new FunctionType(signature.async(), params, signature.result().map(this::value));
    }

    /** The type that {@code name} means in this interface. */
    AnyType type(Ast.Id name) {
        AnyType seen = known.get(name.name());
        if (seen != null) {
            return seen;
        }
        if (!underWay.add(name.name())) {
            throw new WitException(new WitError.Cycle(name.span(), "type", name.name()));
        }
        AnyType type = resolve(name);
        underWay.remove(name.name());
        known.put(name.name(), type);
        return type;
    }

    private AnyType resolve(Ast.Id name) {
        Used used = uses.get(name.name());
        if (used != null) {
            return all.types(packages.interfaceAt(used.from(), of.scope())).type(used.name());
        }
        Ast.TypeDef def = definitions.get(name.name());
        if (def == null) {
            var candidates = new ArrayList<>(definitions.keySet());
            candidates.addAll(uses.keySet());
            throw new WitException(WitError.Unknown.of(name.span(), "type", name.name(), candidates));
        }
        return switch (def.body()) {
            case Ast.RecordBody(var fields) -> new ValueType.Record(fields.stream()
                    .map(f -> new ValueType.Field(f.name().name(), value(f.type())))
                    .toList());
            case Ast.VariantBody(var cases) -> new ValueType.Variant(cases.stream()
                    .map(c -> new ValueType.Case(c.name().name(), c.payload().map(this::value)))
                    .toList());
            case Ast.EnumBody(var cases) -> new ValueType.Enum(labels(cases));
            case Ast.FlagsBody(var flags) -> new ValueType.Flags(labels(flags));
            case Ast.AliasBody(Ast.Named(var target, _)) -> type(target);
            case Ast.AliasBody(var target) -> value(target);
            case Ast.ResourceBody _ -> ResourceType.fresh(of.name() + " " + name.name());
        };
    }

    private static List<String> labels(List<Ast.Id> ids) {
        return ids.stream().map(Ast.Id::name).toList();
    }

    private ValueType value(Ast.Type type) {
        return switch (type) {
            case Ast.Primitive(var name, _) -> primitive(name);
            case Ast.Named(var name, _) -> switch (type(name)) {
                case ValueType value -> value;
                case ResourceType resource -> new ValueType.Own(resource);
                default -> throw new IllegalStateException("interfaces define values and resources only");
            };
            case Ast.ListType(var element, var length, _) -> length.<ValueType>map(
                            n -> new ValueType.FixedList(value(element), n))
                    .orElseGet(() -> new ValueType.ListOf(value(element)));
            case Ast.MapType t -> new ValueType.MapOf(value(t.key()), value(t.value()));
            case Ast.OptionType t -> new ValueType.Option(value(t.type()));
            case Ast.ResultType t -> new ValueType.Result(t.ok().map(this::value), t.error().map(this::value));
            case Ast.TupleType t -> new ValueType.Tuple(t.types().stream().map(this::value).toList());
            case Ast.BorrowType(var name, _) -> new ValueType.Borrow(resource(name));
            case Ast.OwnType(var name, _) -> new ValueType.Own(resource(name));
            case Ast.StreamType t -> new ValueType.Stream(t.element().map(this::value));
            case Ast.FutureType t -> new ValueType.Future(t.element().map(this::value));
        };
    }

    private ResourceType resource(Ast.Id name) {
        if (type(name) instanceof ResourceType resource) {
            return resource;
        }
        throw new WitException(new WitError.Invalid(name.span(), "type '" + name.name() + "' is not a resource"));
    }

    private static ValueType primitive(String name) {
        for (Primitive primitive : Primitive.values()) {
            if (primitive.text().equals(name)) {
                return ValueType.of(primitive);
            }
        }
        throw new IllegalStateException("the parser knows no other primitive: " + name);
    }
}
