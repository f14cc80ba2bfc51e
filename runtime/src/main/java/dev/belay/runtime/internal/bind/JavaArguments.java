package dev.belay.runtime.internal.bind;

import dev.belay.component.type.ValueType;
import dev.belay.runtime.value.VariantValue;
import dev.belay.wit.name.JavaNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Java values that only mean something with the component type at hand, as {@link dev.belay.runtime.value} has them: records
 * that are cases of a variant, constants that are flags, primitive arrays. All else is taken as it is.
 */
final class JavaArguments {
    private JavaArguments() {}

    static Object plain(Object value, ValueType type) {
        return switch (type) {
            case ValueType.Variant t when value instanceof Record r -> variant(r, t);
            case ValueType.Record t when value instanceof Record r -> record(r, t);
            case ValueType.Flags _ when value instanceof Set<?> set ->
                set.stream()
                        .map(f -> f instanceof Enum<?> e ? label(e.name()) : f)
                        .collect(Collectors.toSet());
            case ValueType.Option t when value instanceof Optional<?> o -> o.map(v -> plain(v, t.type()));
            case ValueType.ListOf t when value instanceof List<?> list ->
                list.stream().map(v -> plain(v, t.element())).toList();
            case ValueType.ListOf t when value.getClass().isArray() && !(value instanceof byte[]) -> {
                var list = new ArrayList<Object>();
                for (int i = 0; i < java.lang.reflect.Array.getLength(value); i++) {
                    list.add(plain(java.lang.reflect.Array.get(value, i), t.element()));
                }
                yield list;
            }
            default -> value;
        };
    }

    private static Object record(Record value, ValueType.Record type) {
        var labels = new ArrayList<String>();
        var values = new ArrayList<Object>();
        var components = value.getClass().getRecordComponents();
        for (var field : type.fields()) {
            String wanted = JavaNames.camelCase(field.label());
            for (var component : components) {
                if (component.getName().equals(wanted)) {
                    labels.add(field.label());
                    values.add(plain(read(value, component), field.type()));
                }
            }
        }
        return new dev.belay.runtime.value.RecordValue(labels, values);
    }

    private static Object variant(Record value, ValueType.Variant type) {
        for (ValueType.Case c : type.cases()) {
            if (JavaNames.isCase(value.getClass().getSimpleName(), c.label())) {
                return c.type()
                        .map(t -> VariantValue.of(
                                c.label(), plain(read(value, value.getClass().getRecordComponents()[0]), t)))
                        .orElse(VariantValue.of(c.label()));
            }
        }
        throw new IllegalArgumentException("expected a record named like one of the cases "
                + type.cases().stream().map(ValueType.Case::label).toList() + ", found "
                + value.getClass().getSimpleName());
    }

    private static Object read(Record value, java.lang.reflect.RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot read '" + component.getName() + "' of " + value.getClass(), e);
        }
    }

    private static String label(String constant) {
        return constant.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
