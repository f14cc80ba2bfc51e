package dev.belay.component.validate;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * The defined core types of one validation, each with one id, whichever module or scope it is defined in: two recursion
 * groups of the same form are the same types (core specification, "Type Equivalence").
 */
final class CoreTypes {
    private final List<CoreType.SubType> types = new ArrayList<>();
    private final List<Integer> depths = new ArrayList<>();
    private final Map<List<CoreType.SubType>, Integer> groups = new HashMap<>();

    CoreType.SubType get(int id) {
        return types.get(id);
    }

    /**
     * @param base the index, in the scope of the definition, of the group's first type
     * @param scope the id of the type at an index below {@code base}
     * @return the id of the group's first type; the others follow it
     */
    int define(CoreType.Rec group, int base, IntFunction<CoreTypeDef> scope, int offset) {
        int size = group.types().size();
        // Within its own group a type is told by its place, as a negative number, so that equal groups look equal.
        IntUnaryOperator relative = index -> {
            if (index >= base && index - base < size) {
                return base - index - 1;
            }
            if (scope.apply(index) instanceof CoreTypeDef.Defined earlier) {
                return earlier.id();
            }
            throw InvalidComponentException.invalid(offset, "core type " + index + " is the type of a module");
        };
        var form = group.types().stream().map(t -> CoreTypeIndices.replace(t, relative)).toList();
        Integer known = groups.get(form);
        if (known != null) {
            return known;
        }
        int first = types.size();
        groups.put(form, first);
        for (var type : form) {
            types.add(CoreTypeIndices.replace(type, id -> id < 0 ? first - id - 1 : id));
        }
        for (int id = first; id < first + size; id++) {
            checkArity(id, offset);
            checkSupers(id, offset);
        }
        return first;
    }

    /** Whether {@code actual} is declared to be {@code expected} or below it. */
    boolean isSubtype(int actual, int expected) {
        int id = actual;
        while (id != expected) {
            List<Integer> supers = types.get(id).supers();
            // A supertype is always an earlier definition, so this ends.
            if (supers.isEmpty() || supers.getFirst() >= id) {
                return false;
            }
            id = supers.getFirst();
        }
        return true;
    }

    private void checkArity(int id, int offset) {
        if (types.get(id).type() instanceof CoreType.Func func
                && Math.max(func.params().size(), func.results().size()) > Bounds.MAX_CORE_PARAMS) {
            throw InvalidComponentException.invalid(
                    offset, "a core function type has over " + Bounds.MAX_CORE_PARAMS + " parameters or results");
        }
    }

    private void checkSupers(int id, int offset) {
        CoreType.SubType type = types.get(id);
        if (type.supers().size() > 1) {
            throw InvalidComponentException.invalid(offset, "a core type has more than one supertype");
        }
        depths.add(0);
        for (int parent : type.supers()) {
            if (parent >= id) {
                throw InvalidComponentException.invalid(offset, "the supertype of a core type must be defined before it");
            }
            depths.set(id, depths.get(parent) + 1);
            if (depths.get(id) > Bounds.MAX_CORE_SUBTYPING_DEPTH) {
                throw InvalidComponentException.invalid(
                        offset, "a core type has over " + Bounds.MAX_CORE_SUBTYPING_DEPTH + " supertypes");
            }
            if (types.get(parent).isFinal()) {
                throw InvalidComponentException.invalid(offset, "a core sub type cannot have a final super type");
            }
            if (!new CoreTypeMatching(this).matches(type.type(), types.get(parent).type())) {
                throw InvalidComponentException.invalid(offset, "a core sub type must match its super type");
            }
        }
    }

    /** The function type with this id. */
    CoreType.Func function(CoreTypeDef definition, int index, int offset) {
        if (definition instanceof CoreTypeDef.Defined defined && defined.type().type() instanceof CoreType.Func type) {
            return type;
        }
        throw InvalidComponentException.invalid(offset, "core type " + index + " is not a function type");
    }

    /** A value type of a scope, with ids for indices. */
    static CoreValType resolve(CoreValType type, IntFunction<CoreTypeDef> scope, int offset) {
        return CoreTypeIndices.replace(type, index -> {
            if (scope.apply(index) instanceof CoreTypeDef.Defined defined) {
                return defined.id();
            }
            throw InvalidComponentException.invalid(offset, "core type " + index + " is the type of a module");
        });
    }
}
