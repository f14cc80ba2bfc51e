package dev.belay.component.wit;

import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import dev.belay.wit.print.IndentedText;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes {@code use} for types that functions mention and that have no name where they do: a component may refer to what
 * an interface exports without giving it a name of its own.
 */
final class MissingNames {
    private final IndentedText lines;
    private final Owners owners;
    private final Scope scope;
    private final Set<String> taken;
    private final Set<ValueType> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param taken the names that are in use already; added to */
    MissingNames(IndentedText lines, Owners owners, Scope scope, Set<String> taken) {
        this.lines = lines;
        this.owners = owners;
        this.scope = scope;
        this.taken = taken;
    }

    void of(Collection<ExternType> externs) {
        externs.forEach(extern -> {
            switch (extern) {
                case ExternType.Func(FunctionType function) -> {
                    function.params().forEach(param -> value(param.type()));
                    function.result().ifPresent(this::value);
                }
                case ExternType.TypeEq(ValueType value) -> parts(value);
                default -> {}
            }
        });
    }

    private void value(ValueType type) {
        if (!Scope.needsName(type)) {
            parts(type);
        } else if (scope.name(type).isEmpty()) {
            Optional<Owners.Owner> owner = owners.ofAny(type);
            owner.ifPresentOrElse(its -> scope.add(use(its), type), () -> parts(type));
        }
    }

    private void resource(ResourceType type) {
        if (scope.find(type).isEmpty()) {
            owners.ofOrigin(type).ifPresent(its -> scope.add(use(its), type));
        }
    }

    private String use(Owners.Owner owner) {
        String name = owner.name();
        for (int i = 2; !taken.add(name); i++) {
            name = owner.name() + "-n" + i;
        }
        lines.add("use " + Names.path(owner.of()) + ".{" + Names.id(owner.name())
                + (name.equals(owner.name()) ? "" : " as " + Names.id(name)) + "};");
        return name;
    }

    /** Looks at each type once, however often it occurs. */
    private void parts(ValueType type) {
        if (!seen.add(type)) {
            return;
        }
        switch (type) {
            case ValueType.Own(var resource) -> resource(resource);
            case ValueType.Borrow(var resource) -> resource(resource);
            case ValueType.ListOf(var element) -> value(element);
            case ValueType.FixedList(var element, int _) -> value(element);
            case ValueType.Tuple(List<ValueType> types) -> types.forEach(this::value);
            case ValueType.Option(var some) -> value(some);
            case ValueType.Result(var ok, var error) -> {
                ok.ifPresent(this::value);
                error.ifPresent(this::value);
            }
            case ValueType.Stream(var element) -> element.ifPresent(this::value);
            case ValueType.Future(var element) -> element.ifPresent(this::value);
            case ValueType.MapOf(var key, var value) -> {
                value(key);
                value(value);
            }
            case ValueType.Record(var fields) -> fields.forEach(field -> value(field.type()));
            case ValueType.Variant(var cases) -> cases.forEach(c -> c.type().ifPresent(this::value));
            case ValueType.Prim _, ValueType.Flags _, ValueType.Enum _ -> {
                // Made of nothing.
            }
        }
    }
}
