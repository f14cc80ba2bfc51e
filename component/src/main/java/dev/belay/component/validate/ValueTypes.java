package dev.belay.component.validate;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.Primitive;
import dev.belay.component.model.Type;
import dev.belay.component.model.ValTypeRef;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.Subtyping;
import dev.belay.component.type.ValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Resolves definitions of value types, and checks their rules. */
final class ValueTypes {
    /** Flags are passed as one {@code i32}. */
    private static final int MAX_FLAGS = 32;

    private final Scope scope;
    private final int offset;

    private ValueTypes(Scope scope, int offset) {
        this.scope = scope;
        this.offset = offset;
    }

    static ValueType define(Type.Val type, Scope scope, int offset) {
        ValueType resolved = new ValueTypes(scope, offset).define(type);
        Facts facts = scope.validation.facts().of(resolved);
        scope.validation.sizes().check(resolved, offset);
        if (facts.extent().size() >= Bounds.MAX_VALUE_SIZE) {
            throw InvalidComponentException.invalid(
                    offset,
                    "type exceeds maximum byte size: a value would take " + facts.extent().size()
                            + " bytes of a 64-bit memory, and must take less than " + Bounds.MAX_VALUE_SIZE);
        }
        return resolved;
    }

    static ValueType resolve(ValTypeRef ref, Scope scope, int offset) {
        return switch (ref) {
            case ValTypeRef.Prim prim -> ValueType.of(prim.type());
            case ValTypeRef.Index index -> {
                if (scope.types.get(index.type(), offset) instanceof ValueType type) {
                    yield type;
                }
                throw Externs.notA("defined type", index.type(), offset);
            }
        };
    }

    static ResourceType resource(int index, Scope scope, int offset) {
        if (scope.types.get(index, offset) instanceof ResourceType type) {
            return type;
        }
        throw InvalidComponentException.invalid(
                offset, "type index " + index + " is not a resource type");
    }

    static boolean same(ValueType actual, ValueType expected) {
        return Subtyping.check(new ExternType.Value(actual), new ExternType.Value(expected)).holds();
    }

    /** Labels in kebab case, no two the same but for upper case. */
    static void checkLabels(String what, Collection<String> labels, int offset) {
        Map<String, String> taken = new HashMap<>();
        for (String label : labels) {
            if (label.isEmpty()) {
                throw InvalidComponentException.invalid(offset, what + " name cannot be empty");
            }
            if (!Label.isLabel(label)) {
                throw InvalidComponentException.invalid(offset, what + " name `" + label + "` is not in kebab case");
            }
            String previous = taken.putIfAbsent(label.toLowerCase(Locale.ROOT), label);
            if (previous != null) {
                throw InvalidComponentException.invalid(
                        offset, what + " name `" + label + "` conflicts with previous " + what + " name `" + previous + "`");
            }
        }
    }

    private ValueType define(Type.Val type) {
        return switch (type) {
            case Type.Prim t -> ValueType.of(t.type());
            case Type.Record t -> {
                checkNotEmpty(t.fields(), "record type must have at least one field");
                checkLabels("record field", t.fields().stream().map(Type.Field::label).toList(), offset);
                yield new ValueType.Record(fields(t.fields(), scope, offset));
            }
            case Type.Variant t -> {
                checkNotEmpty(t.cases(), "variant type must have at least one case");
                checkLabels("variant case", t.cases().stream().map(Type.Case::label).toList(), offset);
                yield new ValueType.Variant(t.cases().stream()
                        .map(c -> new ValueType.Case(c.label(), resolve(c.type())))
                        .toList());
            }
            case Type.ListOf t -> new ValueType.ListOf(resolve(t.element()));
            case Type.FixedList t -> {
                if (t.length() == 0) {
                    throw invalid("fixed-length lists must have more than zero elements");
                }
                yield new ValueType.FixedList(resolve(t.element()), t.length());
            }
            case Type.Tuple t -> {
                checkNotEmpty(t.types(), "tuple type must have at least one type");
                yield new ValueType.Tuple(t.types().stream().map(this::resolve).toList());
            }
            case Type.Flags t -> {
                checkNotEmpty(t.labels(), "flags must have at least one entry");
                if (t.labels().size() > MAX_FLAGS) {
                    throw invalid("cannot have more than 32 flags");
                }
                checkLabels("flag", t.labels(), offset);
                yield new ValueType.Flags(t.labels());
            }
            case Type.Enum t -> {
                checkNotEmpty(t.labels(), "enum type must have at least one variant");
                checkLabels("enum tag", t.labels(), offset);
                yield new ValueType.Enum(t.labels());
            }
            case Type.Option t -> new ValueType.Option(resolve(t.type()));
            case Type.Result t -> new ValueType.Result(resolve(t.ok()), resolve(t.error()));
            case Type.Own t -> new ValueType.Own(resource(t.resource(), scope, offset));
            case Type.Borrow t -> new ValueType.Borrow(resource(t.resource(), scope, offset));
            case Type.Stream t -> new ValueType.Stream(streamElement(t.element()));
            case Type.Future t -> new ValueType.Future(element("future", t.element()));
            case Type.MapOf t -> new ValueType.MapOf(key(resolve(t.key())), resolve(t.value()));
        };
    }

    static List<ValueType.Field> fields(List<Type.Field> fields, Scope scope, int offset) {
        var resolved = new ArrayList<ValueType.Field>(fields.size());
        for (var field : fields) {
            resolved.add(new ValueType.Field(field.label(), resolve(field.type(), scope, offset)));
        }
        return resolved;
    }

    private Optional<ValueType> streamElement(Optional<ValTypeRef> type) {
        Optional<ValueType> element = element("stream", type);
        if (element.isPresent()
                && element.get() instanceof ValueType.Prim prim
                && prim.primitive() == Primitive.CHAR) {
            throw invalid("`stream<char>` is not valid at this time, use `stream<u8>` and say how text is encoded");
        }
        return element;
    }

    private Optional<ValueType> element(String what, Optional<ValTypeRef> type) {
        Optional<ValueType> element = resolve(type);
        if (element.isPresent() && scope.validation.facts().of(element.get()).borrows()) {
            throw invalid("the element of a " + what + " cannot contain a `borrow` type");
        }
        return element;
    }

    private ValueType key(ValueType type) {
        if (type instanceof ValueType.Prim prim) {
            switch (prim.primitive()) {
                case BOOL, S8, U8, S16, U16, S32, U32, S64, U64, CHAR, STRING -> {
                    return type;
                }
                case F32, F64, ERROR_CONTEXT -> {}
            }
        }
        throw invalid("the key of a map must be a bool, an integer, a char or a string");
    }

    private ValueType resolve(ValTypeRef ref) {
        return resolve(ref, scope, offset);
    }

    private Optional<ValueType> resolve(Optional<ValTypeRef> ref) {
        return ref.map(this::resolve);
    }

    private void checkNotEmpty(Collection<?> items, String problem) {
        if (items.isEmpty()) {
            throw invalid(problem);
        }
    }

    private InvalidComponentException invalid(String message) {
        return InvalidComponentException.invalid(offset, message);
    }
}
