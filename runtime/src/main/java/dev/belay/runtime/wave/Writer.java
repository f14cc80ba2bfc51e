package dev.belay.runtime.wave;

import dev.belay.component.type.ValueType;
import dev.belay.component.type.ValueType.Case;
import dev.belay.component.type.ValueType.Field;
import dev.belay.runtime.value.RecordValue;
import dev.belay.runtime.value.ResultValue;
import dev.belay.runtime.value.VariantValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes values of a known type, in the explicit forms: {@code some(1)}, never a flat {@code 1}. */
final class Writer {
    private final StringBuilder out = new StringBuilder();
    private int depth;

    String text() {
        return out.toString();
    }

    void write(ValueType type, Object value) {
        if (depth == Reader.MAX_DEPTH) {
            throw new IllegalArgumentException("the type nests deeper than " + Reader.MAX_DEPTH + " levels");
        }
        depth++;
        try {
            writeOne(type, value);
        } catch (ClassCastException e) {
            throw new IllegalArgumentException(
                    "a " + value.getClass().getName() + " is no value of type " + type, e);
        }
        depth--;
    }

    private void writeOne(ValueType type, Object value) {
        switch (type) {
            case ValueType.Prim prim -> primitive(prim, value);
            case ValueType.Record(List<Field> fields) -> record(fields, (RecordValue) value);
            case ValueType.Variant(List<Case> cases) -> variant(cases, (VariantValue) value);
            case ValueType.ListOf(ValueType element) -> list(element, value);
            case ValueType.FixedList(ValueType element, int _) -> list(element, value);
            case ValueType.MapOf(ValueType key, ValueType its) -> map(key, its, (Map<?, ?>) value);
            case ValueType.Tuple(List<ValueType> types) -> tuple(types, (List<?>) value);
            case ValueType.Flags _ -> flags((Set<?>) value);
            case ValueType.Enum _ -> out.append(caseLabel((String) value));
            case ValueType.Option(ValueType payload) -> option(payload, (Optional<?>) value);
            case ValueType.Result result -> result(result, (ResultValue) value);
            case ValueType.Own(var resource) -> out.append("<own ").append(resource.name()).append('>');
            case ValueType.Borrow(var resource) -> out.append("<borrow ").append(resource.name()).append('>');
            case ValueType.Stream _ -> out.append("<stream>");
            case ValueType.Future _ -> out.append("<future>");
        }
    }

    private void primitive(ValueType.Prim type, Object value) {
        out.append(switch (type.primitive()) {
            case BOOL -> ((Boolean) value).toString();
            case F32, F64 -> Numbers.writeFloat(type.primitive(), (Number) value);
            case CHAR -> Quoted.writeChar(value instanceof Character c ? c : (Integer) value);
            case STRING -> Quoted.writeString((String) value);
            case ERROR_CONTEXT -> "<error-context>";
            default -> Numbers.writeInteger(type.primitive(), (Number) value);
        });
    }

    private void record(List<Field> fields, RecordValue value) {
        var separator = new Separator();
        out.append('{');
        for (Field field : fields) {
            Object its = value.get(field.label());
            if (field.type() instanceof ValueType.Option && its.equals(Optional.empty())) {
                continue;
            }
            separator.next();
            out.append(field.label()).append(": ");
            write(field.type(), its);
        }
        out.append(separator.isUnused() ? ":}" : "}");
    }

    private void variant(List<Case> cases, VariantValue value) {
        var type = cases.stream()
                .filter(c -> c.label().equals(value.label()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the variant has no case '" + value.label() + "'"));
        out.append(caseLabel(value.label()));
        payload(type.type(), value.payload());
    }

    private void payload(Optional<ValueType> type, Optional<?> value) {
        if (type.isPresent() != value.isPresent()) {
            throw new IllegalArgumentException(
                    type.isPresent() ? "the case needs a payload, and has none" : "the case has no payload, and was given one");
        }
        if (type.isPresent()) {
            out.append('(');
            write(type.get(), value.orElseThrow());
            out.append(')');
        }
    }

    private void list(ValueType element, Object value) {
        var separator = new Separator();
        out.append('[');
        if (value instanceof byte[] bytes) {
            for (byte b : bytes) {
                separator.next();
                write(element, element.equals(ValueType.S8) ? b : b & 0xff);
            }
        } else {
            for (Object item : (List<?>) value) {
                separator.next();
                write(element, item);
            }
        }
        out.append(']');
    }

    private void map(ValueType key, ValueType its, Map<?, ?> value) {
        var separator = new Separator();
        out.append('[');
        value.forEach((k, v) -> {
            separator.next();
            tuple(List.of(key, its), List.of(k, v));
        });
        out.append(']');
    }

    private void tuple(List<ValueType> types, List<?> values) {
        if (types.size() != values.size()) {
            throw new IllegalArgumentException(
                    "the tuple has " + types.size() + " values, and was given " + values.size());
        }
        var separator = new Separator();
        out.append('(');
        for (int i = 0; i < types.size(); i++) {
            separator.next();
            write(types.get(i), values.get(i));
        }
        out.append(')');
    }

    private void flags(Set<?> value) {
        out.append('{').append(String.join(", ", value.stream().map(String.class::cast).toList())).append('}');
    }

    private void option(ValueType type, Optional<?> value) {
        out.append(value.isPresent() ? "some" : "none");
        if (value.isPresent()) {
            payload(Optional.of(type), value);
        }
    }

    private void result(ValueType.Result type, ResultValue value) {
        switch (value) {
            case ResultValue.Ok(var payload) -> {
                out.append("ok");
                payload(type.ok(), payload);
            }
            case ResultValue.Err(var payload) -> {
                out.append("err");
                payload(type.error(), payload);
            }
        }
    }

    private static String caseLabel(String label) {
        return Reader.isKeyword(label) ? "%" + label : label;
    }

    /** A comma before every item but the first. */
    private final class Separator {
        private boolean used;

        void next() {
            if (used) {
                out.append(", ");
            }
            used = true;
        }

        boolean isUnused() {
            return !used;
        }
    }
}
