package dev.belay.runtime.wave;

import dev.belay.component.type.ValueType;
import dev.belay.component.type.ValueType.Case;
import dev.belay.component.type.ValueType.Field;
import dev.belay.runtime.value.RecordValue;
import dev.belay.runtime.value.ResultValue;
import dev.belay.runtime.value.VariantValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads values of a known type: the type decides what each piece of text means. */
final class Reader {
    /** Types nest no deeper in any sane interface, and each level costs a few frames of the Java stack. */
    static final int MAX_DEPTH = 200;

    private static final Set<String> KEYWORDS =
            Set.of("true", "false", "inf", "nan", "some", "none", "ok", "err");

    private final Scanner in;
    private int depth;

    Reader(Scanner in) {
        this.in = in;
    }

    Object read(ValueType type) {
        in.skipSpace();
        if (depth == MAX_DEPTH) {
            throw in.error("the type nests deeper than " + MAX_DEPTH + " levels");
        }
        depth++;
        Object value = switch (type) {
            case ValueType.Prim prim -> primitive(prim);
            case ValueType.Record record -> record(record);
            case ValueType.Variant variant -> variant(variant);
            case ValueType.ListOf(ValueType element) when element.equals(ValueType.U8) -> bytes(items(element));
            case ValueType.ListOf(ValueType element) -> items(element);
            case ValueType.FixedList(ValueType element, int length) -> fixedList(element, length);
            case ValueType.MapOf(ValueType key, ValueType its) -> map(key, its);
            case ValueType.Tuple(List<ValueType> types) -> tuple(types);
            case ValueType.Flags(List<String> labels) -> flags(labels);
            case ValueType.Enum(List<String> labels) -> enumLabel(labels);
            case ValueType.Option(ValueType payload) -> option(payload);
            case ValueType.Result result -> result(result);
            case ValueType.Own _, ValueType.Borrow _ ->
                throw in.error("a resource handle cannot be written as text");
            case ValueType.Stream _, ValueType.Future _ ->
                throw in.error("a stream or future cannot be written as text");
        };
        depth--;
        return value;
    }

    private Object primitive(ValueType.Prim type) {
        return switch (type.primitive()) {
            case BOOL -> bool();
            case F32, F64 -> Numbers.readFloat(in, type.primitive());
            case CHAR -> Quoted.readChar(in);
            case STRING -> Quoted.readString(in);
            case ERROR_CONTEXT -> throw in.error("an error-context cannot be written as text");
            default -> Numbers.readInteger(in, type.primitive());
        };
    }

    private boolean bool() {
        int start = in.offset();
        String word = in.label();
        if (!word.equals("true") && !word.equals("false")) {
            in.back(start);
            throw in.expected("true or false");
        }
        return word.equals("true");
    }

    private Object record(ValueType.Record type) {
        var values = new LinkedHashMap<String, Object>();
        int start = in.offset();
        in.expect('{', "and the fields of a record");
        if (in.take(':')) {
            in.expect('}', "after {:");
        } else {
            while (!in.take('}')) {
                field(type, values);
                separator('}', "after a field of a record");
            }
        }
        var labels = new ArrayList<String>();
        var inOrder = new ArrayList<Object>();
        for (Field field : type.fields()) {
            Object value = values.get(field.label());
            if (value == null && !(field.type() instanceof ValueType.Option)) {
                throw in.errorAt(start, "the record lacks its field '" + field.label() + "'");
            }
            labels.add(field.label());
            inOrder.add(value == null ? Optional.empty() : value);
        }
        return new RecordValue(labels, inOrder);
    }

    private void field(ValueType.Record type, Map<String, Object> values) {
        in.skipSpace();
        int at = in.offset();
        String label = plain(in.label());
        var field = type.fields().stream().filter(f -> f.label().equals(label)).findFirst();
        if (field.isEmpty()) {
            in.back(at);
            throw unknown("a field", type.fields().stream().map(Field::label).toList(), label);
        }
        in.expect(':', "after the field's name '" + label + "'");
        if (values.putIfAbsent(label, read(field.get().type())) != null) {
            throw in.errorAt(at, "field '" + label + "' is given twice");
        }
    }

    private Object variant(ValueType.Variant type) {
        int at = in.offset();
        String label = caseLabel(type.cases().stream().map(Case::label).toList(), "a case");
        var payload = type.cases().stream()
                .filter(c -> c.label().equals(label))
                .findFirst()
                .orElseThrow()
                .type();
        if (payload.isEmpty()) {
            return VariantValue.of(label);
        }
        return VariantValue.of(label, payload(payload.get(), "case '" + label + "'", at));
    }

    private Object enumLabel(List<String> labels) {
        return caseLabel(labels, "a label of the enum");
    }

    /** A label that is one of {@code known}; a keyword must be written with a percent sign. */
    private String caseLabel(List<String> known, String what) {
        int at = in.offset();
        String written = in.label();
        String label = plain(written);
        if (!known.contains(label)) {
            in.back(at);
            throw unknown(what, known, label);
        }
        if (KEYWORDS.contains(written)) {
            throw in.errorAt(at, "'" + written + "' is a keyword: write the label as %" + written);
        }
        return label;
    }

    private Object payload(ValueType type, String of, int start) {
        if (!in.take('(')) {
            throw in.errorAt(start, of + " needs a value in parentheses after it");
        }
        Object value = read(type);
        in.expect(')', "after the value of " + of);
        return value;
    }

    private List<Object> items(ValueType element) {
        var items = new ArrayList<Object>();
        in.expect('[', "and the items of a list");
        while (!in.take(']')) {
            items.add(read(element));
            separator(']', "after an item of a list");
        }
        return List.copyOf(items);
    }

    private static byte[] bytes(List<Object> items) {
        var bytes = new byte[items.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = ((Integer) items.get(i)).byteValue();
        }
        return bytes;
    }

    private List<Object> fixedList(ValueType element, int length) {
        int start = in.offset();
        var items = items(element);
        if (items.size() != length) {
            throw in.errorAt(start, "expected a list of exactly " + length + " items, found " + items.size());
        }
        return items;
    }

    private Object map(ValueType key, ValueType value) {
        var map = new LinkedHashMap<Object, Object>();
        for (Object entry : items(new ValueType.Tuple(List.of(key, value)))) {
            var pair = (List<?>) entry;
            map.put(pair.getFirst(), pair.getLast());
        }
        return map;
    }

    private Object tuple(List<ValueType> types) {
        in.expect('(', "and the " + types.size() + " values of a tuple");
        var values = sequence(types, "the tuple");
        return List.copyOf(values);
    }

    /** Values up to a closing parenthesis, which is taken. */
    private List<Object> sequence(List<ValueType> types, String of) {
        var values = new ArrayList<Object>();
        while (!in.take(')')) {
            if (values.size() == types.size()) {
                throw in.error(of + " has " + types.size() + " values, found more");
            }
            values.add(read(types.get(values.size())));
            separator(')', "after a value of " + of);
        }
        if (values.size() < types.size()) {
            throw in.error(of + " has " + types.size() + " values, found " + values.size());
        }
        return values;
    }

    /** What stands in the parentheses of a call, of which the opening one was taken. */
    List<Object> arguments(List<Field> params) {
        var values = new ArrayList<Object>();
        while (!in.take(')')) {
            if (values.size() == params.size()) {
                throw in.error("expected " + params.size() + " arguments, found more");
            }
            values.add(read(params.get(values.size()).type()));
            separator(')', "after an argument");
        }
        for (Field param : params.subList(values.size(), params.size())) {
            if (!(param.type() instanceof ValueType.Option)) {
                throw in.error("expected " + params.size() + " arguments, found " + values.size() + ": '"
                        + param.label() + "' is missing");
            }
            values.add(Optional.empty());
        }
        return values;
    }

    private Object flags(List<String> labels) {
        var set = new LinkedHashSet<String>();
        in.expect('{', "and the flags that are set");
        while (!in.take('}')) {
            in.skipSpace();
            int at = in.offset();
            String label = plain(in.label());
            if (!labels.contains(label)) {
                in.back(at);
                throw unknown("a flag", labels, label);
            }
            if (!set.add(label)) {
                throw in.errorAt(at, "flag '" + label + "' is given twice");
            }
            separator('}', "after a flag");
        }
        var inOrder = new LinkedHashSet<>(labels);
        inOrder.retainAll(set);
        return inOrder;
    }

    private Object option(ValueType type) {
        int start = in.offset();
        return switch (in.label()) {
            case "none" -> Optional.empty();
            case "some" -> Optional.of(payload(type, "some", start));
            default -> {
                in.back(start);
                yield Optional.of(flat(type, "some(…) or none"));
            }
        };
    }

    private Object result(ValueType.Result type) {
        int start = in.offset();
        return switch (in.label()) {
            case "ok" -> new ResultValue.Ok(side(type.ok().orElse(null), "ok", start));
            case "err" -> new ResultValue.Err(side(type.error().orElse(null), "err", start));
            default -> {
                in.back(start);
                if (type.ok().isEmpty()) {
                    throw in.expected("ok or err");
                }
                yield ResultValue.ok(flat(type.ok().get(), "ok(…) or err(…)"));
            }
        };
    }

    private Optional<Object> side(@Nullable ValueType type, String label, int start) {
        return type == null ? Optional.empty() : Optional.of(payload(type, label, start));
    }

    /** A payload without its case around it, which options and results of their own kind cannot have. */
    private Object flat(ValueType type, String otherwise) {
        if (type instanceof ValueType.Option || type instanceof ValueType.Result) {
            throw in.expected(otherwise);
        }
        return read(type);
    }

    private void separator(char closing, String where) {
        if (!in.take(',')) {
            in.skipSpace();
            if (in.peek() != closing) {
                throw in.expected("',' or '" + closing + "' " + where);
            }
        }
    }

    private WaveException unknown(String what, List<String> known, String found) {
        String wanted = what + ", one of " + String.join(", ", known);
        return found.isEmpty() ? in.expected(wanted) : in.error("expected " + wanted + ", found '" + found + "'");
    }

    private static String plain(String label) {
        return label.startsWith("%") ? label.substring(1) : label;
    }

    static boolean isKeyword(String label) {
        return KEYWORDS.contains(label);
    }
}
