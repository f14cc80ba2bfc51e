package dev.belay.runtime.internal.bind;

import dev.belay.component.model.Primitive;
import dev.belay.component.type.ValueType;
import dev.belay.runtime.value.RecordValue;
import dev.belay.runtime.value.VariantValue;
import dev.belay.wit.name.JavaNames;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Component values as the Java types that a method declares. */
final class JavaShapes {
    private JavaShapes() {}

    /**
     * @param value as {@link dev.belay.runtime.value} says
     * @throws IllegalArgumentException if values of {@code type} have no place in {@code wanted}
     */
    static Object shape(Object value, ValueType type, Type wanted) {
        Class<?> raw = raw(wanted);
        if (raw == Object.class) {
            return value;
        }
        return switch (type) {
            case ValueType.Prim(var primitive) -> primitive(value, primitive, raw);
            case ValueType.ListOf t -> list(value, t.element(), wanted, raw);
            case ValueType.FixedList t -> list(value, t.element(), wanted, raw);
            case ValueType.Record t when raw.isRecord() -> record((RecordValue) value, t, raw);
            case ValueType.Enum _ when raw.isEnum() -> constant((String) value, raw);
            case ValueType.Variant t when raw.isSealed() -> variant((VariantValue) value, t, raw);
            case ValueType.Flags _ when raw == Set.class -> flags((Set<?>) value, raw(argument(wanted, 0)));
            case ValueType.Option t when raw == Optional.class ->
                ((Optional<?>) value).map(v -> shape(v, t.type(), argument(wanted, 0)));
            case ValueType.MapOf t when raw == Map.class -> map((Map<?, ?>) value, t, wanted);
            default -> {
                if (raw.isInstance(value)) {
                    yield value;
                }
                throw new IllegalArgumentException("expected a Java type for " + type + ", found " + wanted.getTypeName());
            }
        };
    }

    private static Object primitive(Object value, Primitive primitive, Class<?> wanted) {
        if (value instanceof Number number && !(value instanceof Float) && !(value instanceof Double)) {
            if (wanted == char.class || wanted == Character.class) {
                return (char) number.intValue();
            }
            return integer(number.longValue(), primitive == Primitive.U64, wanted);
        }
        if (box(wanted).isInstance(value)) {
            return value;
        }
        throw new IllegalArgumentException("expected a Java type for " + primitive.text() + ", found " + wanted.getName());
    }

    private static Object integer(long number, boolean unsigned64, Class<?> wanted) {
        Class<?> boxed = box(wanted);
        if (boxed == BigInteger.class) {
            return unsigned64 ? new BigInteger(Long.toUnsignedString(number)) : BigInteger.valueOf(number);
        }
        if (boxed == Long.class) {
            return number;
        }
        long narrowed = boxed == Integer.class ? (int) number : boxed == Short.class ? (short) number : (byte) number;
        if (narrowed != number || !(boxed == Integer.class || boxed == Short.class || boxed == Byte.class)) {
            throw new IllegalArgumentException("expected a Java type that holds " + number + ", found " + wanted.getName());
        }
        return boxed == Integer.class ? (Object) (int) number : boxed == Short.class ? (Object) (short) number : (byte) number;
    }

    private static Object list(Object value, ValueType element, Type wanted, Class<?> raw) {
        if (raw.isInstance(value) && !(value instanceof List)) {
            return value;
        }
        List<?> elements = value instanceof byte[] bytes ? unsigned(bytes) : (List<?>) value;
        if (raw.isArray()) {
            Object array = Array.newInstance(raw.getComponentType(), elements.size());
            for (int i = 0; i < elements.size(); i++) {
                Array.set(array, i, shape(elements.get(i), element, raw.getComponentType()));
            }
            return array;
        }
        if (raw == List.class || raw == Collection.class || raw == Iterable.class) {
            return elements.stream().map(e -> shape(e, element, argument(wanted, 0))).toList();
        }
        throw new IllegalArgumentException("expected a List or an array, found " + wanted.getTypeName());
    }

    private static List<?> unsigned(byte[] bytes) {
        var list = new ArrayList<Integer>(bytes.length);
        for (byte b : bytes) {
            list.add(Byte.toUnsignedInt(b));
        }
        return list;
    }

    private static Object record(RecordValue value, ValueType.Record type, Class<?> wanted) {
        RecordComponent[] components = wanted.getRecordComponents();
        var args = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            args[i] = field(value, type, components[i], wanted);
        }
        return construct(wanted, components, args);
    }

    private static Object field(RecordValue value, ValueType.Record type, RecordComponent component, Class<?> wanted) {
        for (int i = 0; i < type.fields().size(); i++) {
            var field = type.fields().get(i);
            if (JavaNames.camelCase(field.label()).equals(component.getName())) {
                return shape(value.values().get(i), field.type(), component.getGenericType());
            }
        }
        throw new IllegalArgumentException("component '" + component.getName() + "' of " + wanted.getName()
                + " is no field of the record " + value.labels());
    }

    private static Object construct(Class<?> record, RecordComponent[] components, Object[] args) {
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(args);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot make a " + record.getName() + ": " + e.getMessage(), e);
        }
    }

    private static Object constant(String label, Class<?> wanted) {
        String name = JavaNames.constant(label);
        for (Object constant : wanted.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("expected constant " + name + " in " + wanted.getName() + ", found none");
    }

    private static Object variant(VariantValue value, ValueType.Variant type, Class<?> wanted) {
        String name = JavaNames.pascalCase(value.label());
        for (Class<?> each : wanted.getPermittedSubclasses()) {
            if (JavaNames.isCase(each.getSimpleName(), value.label()) && each.isRecord()) {
                RecordComponent[] components = each.getRecordComponents();
                ValueType.Case found = type.cases().stream()
                        .filter(c -> c.label().equals(value.label()))
                        .findFirst()
                        .orElseThrow();
                Object[] args = components.length == 0
                        ? new Object[0]
                        : new Object[] {
                            shape(value.payload().orElseThrow(), found.type().orElseThrow(), components[0].getGenericType())
                        };
                return construct(each, components, args);
            }
        }
        throw new IllegalArgumentException(
                "expected a record " + name + " for case '" + value.label() + "' in " + wanted.getName() + ", found none");
    }

    private static Object flags(Set<?> labels, Class<?> wanted) {
        if (!wanted.isEnum()) {
            return labels;
        }
        var set = new LinkedHashSet<Object>();
        labels.forEach(label -> set.add(constant((String) label, wanted)));
        return set;
    }

    private static Object map(Map<?, ?> value, ValueType.MapOf type, Type wanted) {
        var map = new LinkedHashMap<Object, Object>();
        value.forEach((k, v) -> map.put(
                shape(k, type.key(), argument(wanted, 0)), shape(v, type.value(), argument(wanted, 1))));
        return map;
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> c -> c;
            case ParameterizedType p -> (Class<?>) p.getRawType();
            default -> Object.class;
        };
    }

    private static Type argument(Type type, int index) {
        return type instanceof ParameterizedType p ? p.getActualTypeArguments()[index] : Object.class;
    }

    private static Class<?> box(Class<?> type) {
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }
}
