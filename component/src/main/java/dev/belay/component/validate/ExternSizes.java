package dev.belay.component.validate;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.type.AnyType;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;

/** How large and how deep types of all kinds are, written out in full; worked out once for each type. */
final class ExternSizes {
    private final ValueFacts values;
    private final Map<AnyType, Size> known = new IdentityHashMap<>();

    ExternSizes(ValueFacts values) {
        this.values = values;
    }

    private record Size(int depth, long parts) {
        static final Size ONE = new Size(1, 1);

        Size and(Size other) {
            return new Size(Math.max(depth, other.depth), parts + other.parts);
        }

        Size within() {
            return new Size(depth + 1, parts + 1);
        }
    }

    /** Refuses a type that is over the bounds. */
    void check(AnyType type, int offset) {
        check(of(type), offset);
    }

    /** Refuses what a scope imports and exports if it is over the bounds. */
    void check(Collection<ExternType> imports, Collection<ExternType> exports, int offset) {
        check(all(imports).and(all(exports)), offset);
    }

    /** Counts a walk through all of a type. */
    void spend(ExternType type, Effort effort) {
        effort.spend(of(type).parts());
    }

    private void check(Size size, int offset) {
        if (size.depth() > Bounds.MAX_TYPE_DEPTH) {
            throw InvalidComponentException.invalid(
                    offset, "type nesting is too deep: over " + Bounds.MAX_TYPE_DEPTH + " levels");
        }
        if (size.parts() > Bounds.MAX_TYPE_SIZE) {
            throw InvalidComponentException.invalid(
                    offset,
                    "effective type size exceeds the limit: written out, the type has over " + Bounds.MAX_TYPE_SIZE
                            + " parts");
        }
    }

    private Size of(AnyType type) {
        Size size = known.get(type);
        if (size == null) {
            size = compute(type);
            known.put(type, size);
        }
        return size;
    }

    private Size compute(AnyType type) {
        return switch (type) {
            case ValueType t -> {
                Facts facts = values.of(t);
                yield new Size(facts.depth(), facts.size());
            }
            case FunctionType t -> {
                Size size = Size.ONE;
                for (var param : t.params()) {
                    size = size.and(of(param.type()));
                }
                yield (t.result().isPresent() ? size.and(of(t.result().get())) : size).within();
            }
            case InstanceType t -> all(t.exports().values()).within();
            case ComponentType t ->
                all(t.imports().values()).and(all(t.exports().values())).within();
            case ResourceType _ -> Size.ONE;
        };
    }

    private Size all(Collection<ExternType> externs) {
        Size size = Size.ONE;
        for (var extern : externs) {
            size = size.and(Size.ONE).and(of(extern));
        }
        return size;
    }

    private Size of(ExternType extern) {
        return switch (extern) {
            case ExternType.Func t -> of(t.type());
            case ExternType.Instance t -> of(t.type());
            case ExternType.Component t -> of(t.type());
            case ExternType.Value t -> of(t.type());
            case ExternType.TypeEq t -> of(t.type());
            case ExternType.AbstractResource _ -> Size.ONE;
            case ExternType.Module t ->
                new Size(1, 1L + t.type().imports().size() + t.type().exports().size());
        };
    }
}
