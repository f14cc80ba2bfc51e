package dev.belay.runtime.internal.bind;

import dev.belay.component.abi.Flattening;
import dev.belay.component.abi.Layout;
import dev.belay.component.model.Primitive;
import dev.belay.component.type.ValueType;
import dev.belay.wit.name.JavaNames;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds how the Java types of one class that is written hold component types. */
final class Fits {
    /** Whether Java gives the values or gets them: a record that is given needs all fields, one that is made only its own. */
    enum Direction {
        LOWER,
        LIFT
    }

    private static final Set<Class<?>> INTEGERS = Set.of(
            byte.class, short.class, int.class, long.class, Byte.class, Short.class, Integer.class, Long.class);
    private static final Set<Class<?>> CHARACTERS = Set.of(int.class, char.class, Integer.class, Character.class);

    private final Access access;
    private final List<LeafType> leaves = new ArrayList<>();

    Fits(Access access) {
        this.access = access;
    }

    Access access() {
        return access;
    }

    /** Numbered as {@link Fit.Other} says. */
    List<LeafType> leaves() {
        return leaves;
    }

    /**
     * @throws IllegalArgumentException if a Java type is made for the component type and does not fit
     * @throws Access.Denied if written code may not use a Java type
     */
    Fit of(ValueType type, Type java, Direction direction) {
        Class<?> raw = raw(java);
        return switch (type) {
            case ValueType.Prim(var primitive) when isScalar(primitive, raw) -> new Fit.Scalar(primitive, raw);
            case ValueType.Prim(var primitive) when isText(primitive, raw) -> new Fit.Text();
            case ValueType.ListOf t when raw == byte[].class && t.element().equals(ValueType.U8) -> new Fit.Bytes(t);
            case ValueType.ListOf t when raw.isArray() ->
                new Fit.Items(t, access.checked(raw), of(t.element(), raw.getComponentType(), direction));
            case ValueType.ListOf t when isList(raw, direction) ->
                new Fit.Items(t, raw, of(t.element(), argument(java), direction));
            case ValueType.Option t when raw == Optional.class ->
                new Fit.Maybe(t, of(t.type(), argument(java), direction));
            case ValueType.Record t when raw.isRecord() -> record(t, raw, direction);
            case ValueType.Enum t when raw.isEnum() -> constants(t, raw);
            case ValueType.Variant t when raw.isSealed() && raw.isInterface() -> cases(t, raw, direction);
            default -> other(type, java);
        };
    }

    /** As a dynamic value. */
    private Fit other(ValueType type, Type java) {
        Class<?> raw = raw(java);
        if (raw.isPrimitive()) {
            throw new IllegalArgumentException("expected a Java type for " + type + ", found " + raw.getName());
        }
        leaves.add(new LeafType(type, java));
        return new Fit.Other(type, access.checked(raw), leaves.size() - 1);
    }

    private static boolean isText(Primitive primitive, Class<?> raw) {
        return primitive == Primitive.STRING && raw == String.class;
    }

    private static boolean isScalar(Primitive primitive, Class<?> raw) {
        return switch (primitive) {
            case BOOL -> raw == boolean.class || raw == Boolean.class;
            case F32 -> raw == float.class || raw == Float.class;
            case F64 -> raw == double.class || raw == Double.class;
            case CHAR -> CHARACTERS.contains(raw);
            case STRING, ERROR_CONTEXT -> false;
            default -> INTEGERS.contains(raw);
        };
    }

    private static boolean isList(Class<?> raw, Direction direction) {
        return raw == List.class || direction == Direction.LIFT && (raw == Collection.class || raw == Iterable.class);
    }


    private Fit record(ValueType.Record type, Class<?> java, Direction direction) {
        RecordComponent[] components = java.getRecordComponents();
        var fields = new ArrayList<Fit.Field>();
        var order = new Integer[components.length];
        long offset = 0;
        int index = 0;
        for (ValueType.Field field : type.fields()) {
            offset = Layout.align(offset, Layout.alignment(field.type()));
            int at = find(components, JavaNames.camelCase(field.label()));
            if (at >= 0) {
                Fit fit = of(field.type(), components[at].getGenericType(), direction);
                order[at] = fields.size();
                fields.add(new Fit.Field(fit, Optional.of(components[at].getAccessor()), (int) offset, index));
            } else if (direction == Direction.LOWER) {
                throw new IllegalArgumentException("expected a component '" + JavaNames.camelCase(field.label())
                        + "' in " + java.getName() + " for field '" + field.label() + "' of the record, found none");
            } else {
                Fit ignored = of(field.type(), Object.class, direction);
                fields.add(new Fit.Field(ignored, Optional.empty(), (int) offset, index));
            }
            offset += Layout.size(field.type());
            index += Flattening.flatten(field.type()).size();
        }
        if (direction == Direction.LIFT) {
            for (int i = 0; i < components.length; i++) {
                if (order[i] == null) {
                    throw new IllegalArgumentException("component '" + components[i].getName() + "' of " + java.getName()
                            + " is no field of the record, which has "
                            + type.fields().stream().map(ValueType.Field::label).toList());
                }
            }
        }
        return new Fit.Fields(
                type,
                access.record(java),
                fields,
                direction == Direction.LIFT ? Arrays.asList(order) : List.of());
    }

    private static int find(RecordComponent[] components, String name) {
        for (int i = 0; i < components.length; i++) {
            if (components[i].getName().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private Fit constants(ValueType.Enum type, Class<?> java) {
        var constants = new ArrayList<Enum<?>>();
        for (String label : type.labels()) {
            constants.add((Enum<?>) Arrays.stream(java.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(JavaNames.constant(label)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("expected constant " + JavaNames.constant(label)
                            + " in " + java.getName() + " for case '" + label + "' of the enum, found none")));
        }
        return new Fit.Constants(type, access.checked(java), constants);
    }

    private Fit cases(ValueType.Variant type, Class<?> java, Direction direction) {
        var cases = new ArrayList<Fit.Case>();
        for (ValueType.Case each : type.cases()) {
            Class<?> record = Arrays.stream(java.getPermittedSubclasses())
                    .filter(c -> c.isRecord() && JavaNames.isCase(c.getSimpleName(), each.label()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("expected a record "
                            + JavaNames.pascalCase(each.label()) + " in " + java.getName() + " for case '" + each.label()
                            + "' of the variant, found none"));
            RecordComponent[] components = record.getRecordComponents();
            if (components.length != (each.type().isPresent() ? 1 : 0)) {
                throw new IllegalArgumentException("expected a record " + record.getName() + " with "
                        + (each.type().isPresent() ? "one component" : "no components") + " for case '" + each.label()
                        + "' of the variant, found " + components.length);
            }
            cases.add(new Fit.Case(
                    access.record(record),
                    each.type()
                            .map(payload -> new Fit.Payload(
                                    of(payload, components[0].getGenericType(), direction),
                                    components[0].getAccessor()))));
        }
        return new Fit.Cases(type, access.checked(java), cases);
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> c -> c;
            case ParameterizedType p -> (Class<?>) p.getRawType();
            default -> Object.class;
        };
    }

    private static Type argument(Type type) {
        return type instanceof ParameterizedType p ? p.getActualTypeArguments()[0] : Object.class;
    }
}
