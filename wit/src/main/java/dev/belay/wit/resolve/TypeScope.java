package dev.belay.wit.resolve;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.WitException;
import dev.belay.wit.syntax.Field;
import dev.belay.wit.syntax.Id;
import dev.belay.wit.syntax.Label;
import dev.belay.wit.syntax.Meta;
import dev.belay.wit.syntax.TypeExpr;
import dev.belay.wit.syntax.TypeItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of one interface or world: defined in any order, resolved each after what it needs. */
final class TypeScope {
    private final Resolver resolver;
    private final Optional<WitInterface> owner;
    private final Map<String, TypeItem> items = new HashMap<>();
    private final Map<String, String> leftOut = new HashMap<>();
    private final Set<String> functions = new HashSet<>();
    private final Set<String> inProgress = new HashSet<>();
    private final Map<String, WitType> types = new LinkedHashMap<>();

    /** @param owner the interface; empty for a world */
    TypeScope(Resolver resolver, Optional<WitInterface> owner) {
        this.resolver = resolver;
        this.owner = owner;
    }

    /** The types resolved so far, by name, each after what it needs. */
    Map<String, WitType> types() {
        return types;
    }

    void declare(TypeItem item) {
        Optional<String> inactive = resolver.features().inactiveFeature(item.meta());
        if (inactive.isEmpty()) {
            items.put(item.name().name(), item);
            return;
        }
        leaveOut(item.name(), inactive.get());
        if (item instanceof TypeItem.Resource resource) {
            Gates.checkAllInactive(resolver.features(), resource);
        }
    }

    void leaveOut(Id name, String feature) {
        leftOut.put(name.name(), feature);
    }

    /** Remembers that {@code name} is a function, for messages. */
    void declareFunction(Id name) {
        functions.add(name.name());
    }

    /** Makes {@code target}, a type of another interface, one of this scope. */
    void use(Id local, WitType target, Meta meta) {
        types.put(local.name(), new WitType(
                local.name(), local.span(), owner, meta, new WitType.Alias(new TypeRef.Named(target))));
    }

    void resolveAll(List<? extends TypeItem> inOrder) {
        for (TypeItem item : inOrder) {
            if (items.containsKey(item.name().name())) {
                resolve(item.name());
            }
        }
    }

    /** The type that {@code reference} names. */
    WitType resolve(Id reference) {
        String name = reference.name();
        @Nullable WitType known = types.get(name);
        if (known != null) {
            return known;
        }
        @Nullable TypeItem item = items.get(name);
        if (item == null) {
            throw missing(reference);
        }
        if (!inProgress.add(name)) {
            throw new WitException(new Problem.Cycle(reference.span(), "type", name));
        }
        resolver.enter(reference.span());
        var type = new WitType(name, item.name().span(), owner, item.meta(), body(item));
        checkSize(type.facts(), item.name());
        resolver.leave();
        inProgress.remove(name);
        types.put(name, type);
        return type;
    }

    static void checkSize(TypeFacts facts, Id name) {
        if (facts.size() > TypeFacts.MAX_SIZE) {
            throw new WitException(new Problem.TooMuch(
                    name.span(), "the size of type `" + name + "` with all it refers to", TypeFacts.MAX_SIZE));
        }
        if (facts.depth() > TypeFacts.MAX_DEPTH) {
            throw new WitException(new Problem.TooMuch(
                    name.span(), "the nesting of type `" + name + "`", TypeFacts.MAX_DEPTH));
        }
    }

    /** Why {@code reference} names no type of this scope. */
    private WitException missing(Id reference) {
        String name = reference.name();
        @Nullable String feature = leftOut.get(name);
        if (feature != null) {
            return new WitException(new Problem.LeftOut(reference.span(), "type", name, feature));
        }
        if (functions.contains(name)) {
            return new WitException(new Problem.WrongKind(reference.span(), name, "a type", "a function"));
        }
        var known = new ArrayList<String>(items.keySet());
        types.keySet().stream().filter(t -> !items.containsKey(t)).forEach(known::add);
        return new WitException(new Problem.Unknown(reference.span(), "type", name, "", known));
    }

    private WitType.Body body(TypeItem item) {
        return switch (item) {
            case TypeItem.Alias alias -> new WitType.Alias(ref(alias.type()));
            case TypeItem.Record record -> new WitType.Record(fields(record.fields()));
            case TypeItem.Variant variant -> new WitType.Variant(cases(variant.cases()));
            case TypeItem.Enum e -> new WitType.Enum(labels("case", e.cases()));
            case TypeItem.Flags flags -> new WitType.Flags(labels("flag", flags.flags()));
            case TypeItem.Resource _ -> new WitType.Resource();
        };
    }

    private List<WitType.Field> fields(List<Field> fields) {
        var names = new Names("field");
        var result = new ArrayList<WitType.Field>();
        for (Field field : fields) {
            names.claim(field.name());
            result.add(new WitType.Field(field.name().name(), ref(field.type()), field.meta().docs()));
        }
        return result;
    }

    private List<WitType.Case> cases(List<TypeItem.Case> cases) {
        var names = new Names("case");
        var result = new ArrayList<WitType.Case>();
        for (TypeItem.Case c : cases) {
            names.claim(c.name());
            result.add(new WitType.Case(c.name().name(), ref(c.type()), c.meta().docs()));
        }
        return result;
    }

    private static List<WitType.Label> labels(String what, List<Label> labels) {
        var names = new Names(what);
        var result = new ArrayList<WitType.Label>();
        for (Label label : labels) {
            names.claim(label.name());
            result.add(new WitType.Label(label.name().name(), label.meta().docs()));
        }
        return result;
    }

    Optional<TypeRef> ref(Optional<TypeExpr> type) {
        return type.isPresent() ? Optional.of(ref(type.get())) : Optional.empty();
    }

    TypeRef ref(TypeExpr type) {
        return switch (type) {
            case TypeExpr.Prim t -> new TypeRef.Prim(t.keyword());
            case TypeExpr.Named t -> new TypeRef.Named(resolve(t.name()));
            case TypeExpr.ListOf t -> new TypeRef.ListOf(ref(t.element()));
            case TypeExpr.FixedList t -> new TypeRef.FixedList(ref(t.element()), t.length());
            case TypeExpr.Option t -> new TypeRef.Option(ref(t.type()));
            case TypeExpr.Result t -> new TypeRef.Result(ref(t.ok()), ref(t.error()));
            case TypeExpr.Tuple t -> {
                var types = new ArrayList<TypeRef>();
                for (TypeExpr element : t.types()) {
                    types.add(ref(element));
                }
                yield new TypeRef.Tuple(types);
            }
            case TypeExpr.MapOf t -> new TypeRef.MapOf(ref(t.key()), ref(t.value()));
            case TypeExpr.Stream t -> new TypeRef.Stream(ref(t.element()));
            case TypeExpr.Future t -> new TypeRef.Future(ref(t.element()));
            case TypeExpr.Own t -> new TypeRef.Own(resource(t.resource()));
            case TypeExpr.Borrow t -> new TypeRef.Borrow(resource(t.resource()));
        };
    }

    private WitType resource(Id reference) {
        WitType type = resolve(reference);
        if (!type.isResource()) {
            throw new WitException(new Problem.WrongKind(
                    reference.span(), reference.name(), "a resource, which handles need", "another type"));
        }
        return type;
    }
}
