package dev.belay.runtime;

import dev.belay.component.model.Primitive;
import dev.belay.component.type.ValueType;
import dev.belay.runtime.value.RecordValue;
import dev.belay.runtime.value.ResultValue;
import dev.belay.runtime.value.VariantValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Random types, and random values of them. */
public final class TypedValues {
    /** Keywords among them, since they are written differently as cases. */
    private static final List<String> LABELS = List.of("a", "b2", "two-words", "HTTP3", "ok", "err", "some", "none", "true", "nan");

    private TypedValues() {}

    public static Arbitrary<Tuple2<ValueType, Object>> typedValues(int depth) {
        return types(depth).flatMap(type -> values(type).map(value -> Tuple.of(type, value)));
    }

    /** @param depth constructors within each other, at most */
    public static Arbitrary<ValueType> types(int depth) {
        Arbitrary<ValueType> leaf = Arbitraries.of(Primitive.values())
                .filter(p -> p != Primitive.ERROR_CONTEXT)
                .map(ValueType::of);
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<ValueType> inner = Arbitraries.lazy(() -> types(depth - 1));
        Arbitrary<List<String>> labels = Arbitraries.of(LABELS).list().uniqueElements().ofMinSize(1).ofMaxSize(4);
        return Arbitraries.frequencyOf(
                Tuple.of(3, leaf),
                Tuple.of(1, inner.map(ValueType.ListOf::new)),
                Tuple.of(1, inner.map(element -> new ValueType.FixedList(element, 2))),
                Tuple.of(1, inner.map(ValueType.Option::new)),
                Tuple.of(1, inner.list().ofMinSize(1).ofMaxSize(3).map(ValueType.Tuple::new)),
                Tuple.of(1, leaf.map(element -> new ValueType.MapOf(ValueType.STRING, element))),
                Tuple.of(1, labels.map(ValueType.Enum::new)),
                Tuple.of(1, labels.map(ValueType.Flags::new)),
                Tuple.of(
                        1, Combinators.combine(inner.optional(), inner.optional()).as(ValueType.Result::new)),
                Tuple.of(1, labels.flatMap(names -> inner.list().ofSize(names.size()).map(types -> fields(names, types)))),
                Tuple.of(
                        1, labels.flatMap(names -> inner.optional().list().ofSize(names.size()).map(types -> cases(names, types)))));
    }

    private static ValueType fields(List<String> names, List<ValueType> types) {
        var fields = new ArrayList<ValueType.Field>();
        for (int i = 0; i < names.size(); i++) {
            fields.add(new ValueType.Field(names.get(i), types.get(i)));
        }
        return new ValueType.Record(fields);
    }

    private static ValueType cases(List<String> names, List<Optional<ValueType>> types) {
        var cases = new ArrayList<ValueType.Case>();
        for (int i = 0; i < names.size(); i++) {
            cases.add(new ValueType.Case(names.get(i), types.get(i)));
        }
        return new ValueType.Variant(cases);
    }

    /** @param type without handles, streams and futures */
    public static Arbitrary<Object> values(ValueType type) {
        return switch (type) {
            case ValueType.Prim(var primitive) -> primitives(primitive);
            case ValueType.ListOf(var element) when element.equals(ValueType.U8) ->
                Arbitraries.bytes().array(byte[].class).ofMaxSize(4).map(Object.class::cast);
            case ValueType.ListOf(var element) -> values(element).list().ofMaxSize(3).map(Object.class::cast);
            case ValueType.FixedList(var element, int length) -> values(element).list().ofSize(length).map(Object.class::cast);
            case ValueType.Option(var payload) -> values(payload).optional().map(Object.class::cast);
            case ValueType.Tuple(var types) -> all(types).map(Object.class::cast);
            case ValueType.MapOf(var key, var value) -> Arbitraries.maps(values(key), values(value)).ofMaxSize(3).map(LinkedHashMap::new);
            case ValueType.Enum(var labels) -> Arbitraries.of(labels).map(Object.class::cast);
            case ValueType.Flags(var labels) -> Arbitraries.subsetOf(labels)
                    .map(set -> labels.stream().filter(set::contains).collect(Collectors.toCollection(LinkedHashSet::new)));
            case ValueType.Result(var ok, var error) -> Arbitraries.oneOf(
                    maybe(ok).map(ResultValue.Ok::new), maybe(error).map(ResultValue.Err::new));
            case ValueType.Record(var fields) -> all(fields.stream().map(ValueType.Field::type).toList())
                    .map(values -> new RecordValue(fields.stream().map(ValueType.Field::label).toList(), values));
            case ValueType.Variant(var cases) -> Arbitraries.of(cases)
                    .flatMap(its -> maybe(its.type()).map(payload -> new VariantValue(its.label(), payload)));
            default -> throw new AssertionError(type);
        };
    }

    private static Arbitrary<Optional<Object>> maybe(Optional<ValueType> type) {
        return type.map(its -> values(its).map(Optional::of)).orElse(Arbitraries.just(Optional.empty()));
    }

    private static Arbitrary<List<Object>> all(List<ValueType> types) {
        return Combinators.combine(types.stream().map(TypedValues::values).toList()).as(values -> values);
    }

    private static Arbitrary<Object> primitives(Primitive type) {
        return switch (type) {
            case BOOL -> Arbitraries.of(true, false);
            case S8 -> Arbitraries.integers().between(-128, 127).map(Object.class::cast);
            case U8 -> Arbitraries.integers().between(0, 255).map(Object.class::cast);
            case S16 -> Arbitraries.integers().between(-32768, 32767).map(Object.class::cast);
            case U16 -> Arbitraries.integers().between(0, 65535).map(Object.class::cast);
            case S32 -> Arbitraries.integers().map(Object.class::cast);
            case U32 -> Arbitraries.longs().between(0, 0xffff_ffffL).map(Object.class::cast);
            case S64, U64 -> Arbitraries.longs().map(Object.class::cast);
            case F32 -> Arbitraries.integers().map(Float::intBitsToFloat).map(Object.class::cast);
            case F64 -> Arbitraries.longs().map(Double::longBitsToDouble).map(Object.class::cast);
            case CHAR -> scalars().map(Object.class::cast);
            case STRING -> scalars().list().ofMaxSize(6)
                    .map(all -> all.stream().map(Character::toString).collect(Collectors.joining()));
            case ERROR_CONTEXT -> throw new AssertionError(type);
        };
    }

    private static Arbitrary<Integer> scalars() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 0x7f),
                Arbitraries.integers().between(0x80, Character.MAX_CODE_POINT).filter(c -> c < 0xD800 || c > 0xDFFF));
    }
}
