package dev.belay.component.type;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Structural equality of value types, up to what resource variables stand for.
 *
 * <p>Pairs found equal are remembered by identity, so that types which share parts cost no more than their parts.
 */
final class ValueComparison {
    private final ResourceBindings bindings;
    private final Map<ValueType, Map<ValueType, Boolean>> equal = new IdentityHashMap<>();

    ValueComparison(ResourceBindings bindings) {
        this.bindings = bindings;
    }

    /** What is remembered holds for the present bindings only. */
    void forget() {
        equal.clear();
    }

    /** The first difference, depth first. */
    Optional<Mismatch> compare(ValueType actual, ValueType expected) {
        Map<ValueType, Boolean> known = equal.computeIfAbsent(actual, _ -> new IdentityHashMap<>());
        if (known.containsKey(expected)) {
            return Optional.empty();
        }
        Optional<Mismatch> difference = difference(actual, expected);
        if (difference.isEmpty()) {
            known.put(expected, true);
        }
        return difference;
    }

    private Optional<Mismatch> difference(ValueType actual, ValueType expected) {
        return switch (expected) {
            case ValueType.Prim _, ValueType.Flags _, ValueType.Enum _ ->
                actual.equals(expected) ? Optional.empty() : mismatch(actual, expected);
            case ValueType.Record e when actual instanceof ValueType.Record a && labels(a).equals(labels(e)) ->
                fields("field", a.fields(), e.fields());
            case ValueType.Variant e when actual instanceof ValueType.Variant a && shape(a).equals(shape(e)) ->
                cases(a.cases(), e.cases());
            case ValueType.ListOf e when actual instanceof ValueType.ListOf a ->
                within("element", a.element(), e.element());
            case ValueType.FixedList e when actual instanceof ValueType.FixedList a && a.length() == e.length() ->
                within("element", a.element(), e.element());
            case ValueType.Tuple e
            when actual instanceof ValueType.Tuple a && a.types().size() == e.types().size() ->
                elements(a.types(), e.types());
            case ValueType.Option e when actual instanceof ValueType.Option a -> within("some", a.type(), e.type());
            case ValueType.Result e
            when actual instanceof ValueType.Result a
                    && a.ok().isPresent() == e.ok().isPresent()
                    && a.error().isPresent() == e.error().isPresent() ->
                within("ok", a.ok(), e.ok()).or(() -> within("error", a.error(), e.error()));
            case ValueType.Own e when actual instanceof ValueType.Own a && bindings.same(a.resource(), e.resource()) ->
                Optional.empty();
            case ValueType.Borrow e
            when actual instanceof ValueType.Borrow a && bindings.same(a.resource(), e.resource()) ->
                Optional.empty();
            case ValueType.Stream e
            when actual instanceof ValueType.Stream a
                    && a.element().isPresent() == e.element().isPresent() ->
                within("element", a.element(), e.element());
            case ValueType.Future e
            when actual instanceof ValueType.Future a
                    && a.element().isPresent() == e.element().isPresent() ->
                within("element", a.element(), e.element());
            case ValueType.MapOf e when actual instanceof ValueType.MapOf a ->
                within("key", a.key(), e.key()).or(() -> within("value", a.value(), e.value()));
            default -> mismatch(actual, expected);
        };
    }

    private Optional<Mismatch> mismatch(ValueType actual, ValueType expected) {
        String expectedText = TypeText.of(expected);
        String foundText = TypeText.of(actual);
        if (expectedText.equals(foundText)) {
            foundText += " of another resource";
        }
        return Optional.of(new Mismatch(List.of(), expectedText, foundText));
    }

    private Optional<Mismatch> within(String step, ValueType actual, ValueType expected) {
        return compare(actual, expected).map(difference -> {
            var path = new ArrayList<String>();
            path.add(step);
            path.addAll(difference.path());
            return new Mismatch(path, difference.expected(), difference.found());
        });
    }

    private Optional<Mismatch> within(String step, Optional<ValueType> actual, Optional<ValueType> expected) {
        return actual.isPresent() && expected.isPresent()
                ? within(step, actual.get(), expected.get())
                : Optional.empty();
    }

    private Optional<Mismatch> fields(String word, List<ValueType.Field> actual, List<ValueType.Field> expected) {
        for (int i = 0; i < expected.size(); i++) {
            var field = expected.get(i);
            var difference = within(word + " " + field.label(), actual.get(i).type(), field.type());
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<Mismatch> cases(List<ValueType.Case> actual, List<ValueType.Case> expected) {
        for (int i = 0; i < expected.size(); i++) {
            var difference = within("case " + expected.get(i).label(), actual.get(i).type(), expected.get(i).type());
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<Mismatch> elements(List<ValueType> actual, List<ValueType> expected) {
        for (int i = 0; i < expected.size(); i++) {
            var difference = within("element " + i, actual.get(i), expected.get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static List<String> labels(ValueType.Record type) {
        return type.fields().stream().map(ValueType.Field::label).toList();
    }

    /** The labels, and which of them carry a value. */
    private static List<String> shape(ValueType.Variant type) {
        return type.cases().stream()
                .map(c -> c.label() + (c.type().isPresent() ? "(_)" : ""))
                .toList();
    }
}
