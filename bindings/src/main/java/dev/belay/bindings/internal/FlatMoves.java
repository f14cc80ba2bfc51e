package dev.belay.bindings.internal;

import dev.belay.component.abi.Flattening;
import dev.belay.component.abi.Layout;
import dev.belay.component.model.CoreValType;
import dev.belay.component.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes what takes values from memory to core values, and back.
 *
 * <p>Values of more than one part are always lifted from memory and lowered to it, so that there is one way to do either;
 * where the canonical ABI passes them flat, their parts are then read from there, or were put there before.
 */
final class FlatMoves {
    private FlatMoves() {}

    static String at(String address, long offset) {
        return offset == 0 ? address : address + ".add(" + offset + ")";
    }

    /**
     * Expressions for the flat values of what lies in memory.
     *
     * @param wanted the core types to give them, one for each: wider ones than their own where variants share places
     */
    static List<String> loads(ValueType type, String address, long offset, List<CoreValType> wanted) {
        String at = at(address, offset);
        return switch (type) {
            case ValueType.Record t -> sequence(t.fields().stream().map(ValueType.Field::type).toList(), address, offset, wanted);
            case ValueType.Tuple t -> sequence(t.types(), address, offset, wanted);
            case ValueType.FixedList t -> sequence(repeated(t), address, offset, wanted);
            case ValueType.Variant t -> variant(t.cases().stream().map(ValueType.Case::type).toList(), address, offset, wanted);
            case ValueType.Option t -> variant(List.of(Optional.empty(), Optional.of(t.type())), address, offset, wanted);
            case ValueType.Result t -> variant(List.of(t.ok(), t.error()), address, offset, wanted);
            case ValueType.ListOf _, ValueType.MapOf _ -> pointerAndLength(at, wanted);
            case ValueType.Enum t -> List.of(load(at, Layout.discriminantSize(t.labels().size()), wanted.getFirst()));
            case ValueType.Flags t -> List.of(load(at, Layout.flagsSize(t.labels().size()), wanted.getFirst()));
            case ValueType.Prim t ->
                switch (t.primitive()) {
                    case STRING -> pointerAndLength(at, wanted);
                    case BOOL, U8 -> List.of(load(at, 1, wanted.getFirst()));
                    case U16 -> List.of(load(at, 2, wanted.getFirst()));
                    case S8 -> List.of(widened(at + ".getByte()", wanted.getFirst()));
                    case S16 -> List.of(widened(at + ".getShort()", wanted.getFirst()));
                    case F32 -> List.of(wanted.getFirst() == CoreValType.F32 ? at + ".getFloat()" : load(at, 4, wanted.getFirst()));
                    case F64 -> List.of(wanted.getFirst() == CoreValType.F64 ? at + ".getDouble()" : at + ".getLong()");
                    case S64, U64 -> List.of(at + ".getLong()");
                    default -> List.of(load(at, 4, wanted.getFirst()));
                };
            case ValueType.Own _, ValueType.Borrow _, ValueType.Stream _, ValueType.Future _ ->
                List.of(load(at, 4, wanted.getFirst()));
        };
    }

    private static List<String> pointerAndLength(String at, List<CoreValType> wanted) {
        return List.of(load(at, 4, wanted.get(0)), load(at + ".add(4)", 4, wanted.get(1)));
    }

    private static String load(String at, int size, CoreValType wanted) {
        String value = switch (size) {
            case 1 -> "(" + at + ".getByte() & 0xFF)";
            case 2 -> "(" + at + ".getShort() & 0xFFFF)";
            default -> at + ".getInt()";
        };
        return widened(value, wanted);
    }

    private static String widened(String value, CoreValType wanted) {
        return wanted == CoreValType.I64 ? "(" + value + " & 0xFFFFFFFFL)" : value;
    }

    private static List<String> sequence(List<ValueType> types, String address, long offset, List<CoreValType> wanted) {
        var all = new ArrayList<String>();
        long at = offset;
        for (ValueType type : types) {
            at = Layout.align(at, Layout.alignment(type));
            int count = Flattening.flatten(type).size();
            all.addAll(loads(type, address, at, wanted.subList(all.size(), all.size() + count)));
            at += Layout.size(type);
        }
        return all;
    }

    private static List<ValueType> repeated(ValueType.FixedList type) {
        return java.util.Collections.nCopies(type.length(), type.element());
    }

    private static long payloadAt(List<Optional<ValueType>> cases, long offset) {
        int alignment = cases.stream().flatMap(Optional::stream).mapToInt(Layout::alignment).max().orElse(1);
        return offset + Layout.payloadOffset(cases.size(), alignment);
    }

    private static List<String> variant(
            List<Optional<ValueType>> cases, String address, long offset, List<CoreValType> wanted) {
        int size = Layout.discriminantSize(cases.size());
        String discriminant = load(at(address, offset), size, CoreValType.I32);
        List<CoreValType> shared = wanted.subList(1, wanted.size());
        var slots = new ArrayList<StringBuilder>();
        shared.forEach(_ -> slots.add(new StringBuilder()));
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).isPresent()) {
                ValueType payload = cases.get(i).get();
                int count = Flattening.flatten(payload).size();
                List<String> its = loads(payload, address, payloadAt(cases, offset), shared.subList(0, count));
                for (int slot = 0; slot < its.size(); slot++) {
                    slots.get(slot).append(discriminant).append(" == ").append(i).append(" ? ").append(its.get(slot)).append(" : ");
                }
            }
        }
        var all = new ArrayList<String>();
        all.add(load(at(address, offset), size, wanted.getFirst()));
        for (int slot = 0; slot < slots.size(); slot++) {
            all.add("(" + slots.get(slot) + zero(shared.get(slot)) + ")");
        }
        return all;
    }

    private static String zero(CoreValType type) {
        return type == CoreValType.I64 ? "0L" : type == CoreValType.F32 ? "0f" : type == CoreValType.F64 ? "0d" : "0";
    }

    /**
     * Writes statements that put flat values into memory.
     *
     * @param values expressions without effects
     * @param given their core types
     */
    static void store(SourceText text, ValueType type, String address, long offset, List<String> values, List<CoreValType> given) {
        String at = at(address, offset);
        switch (type) {
            case ValueType.Record t ->
                storeAll(text, t.fields().stream().map(ValueType.Field::type).toList(), address, offset, values, given);
            case ValueType.Tuple t -> storeAll(text, t.types(), address, offset, values, given);
            case ValueType.FixedList t -> storeAll(text, repeated(t), address, offset, values, given);
            case ValueType.Variant t ->
                storeCase(text, t.cases().stream().map(ValueType.Case::type).toList(), address, offset, values, given);
            case ValueType.Option t ->
                storeCase(text, List.of(Optional.empty(), Optional.of(t.type())), address, offset, values, given);
            case ValueType.Result t -> storeCase(text, List.of(t.ok(), t.error()), address, offset, values, given);
            case ValueType.ListOf _, ValueType.MapOf _ -> storePair(text, at, values);
            case ValueType.Enum t -> put(text, at, Layout.discriminantSize(t.labels().size()), values.getFirst());
            case ValueType.Flags t -> put(text, at, Layout.flagsSize(t.labels().size()), values.getFirst());
            case ValueType.Prim t -> {
                switch (t.primitive()) {
                    case STRING -> storePair(text, at, values);
                    case BOOL, S8, U8 -> put(text, at, 1, values.getFirst());
                    case S16, U16 -> put(text, at, 2, values.getFirst());
                    case S64, U64 -> put(text, at, 8, values.getFirst());
                    case F32 -> {
                        if (given.getFirst() == CoreValType.F32) {
                            text.line(at + ".putFloat(" + values.getFirst() + ");");
                        } else {
                            put(text, at, 4, values.getFirst());
                        }
                    }
                    case F64 -> {
                        if (given.getFirst() == CoreValType.F64) {
                            text.line(at + ".putDouble(" + values.getFirst() + ");");
                        } else {
                            put(text, at, 8, values.getFirst());
                        }
                    }
                    default -> put(text, at, 4, values.getFirst());
                }
            }
            case ValueType.Own _, ValueType.Borrow _, ValueType.Stream _, ValueType.Future _ ->
                put(text, at, 4, values.getFirst());
        }
    }

    private static void put(SourceText text, String at, int size, String value) {
        switch (size) {
            case 1 -> text.line(at + ".putByte((byte) " + value + ");");
            case 2 -> text.line(at + ".putShort((short) " + value + ");");
            case 4 -> text.line(at + ".putInt((int) " + value + ");");
            default -> text.line(at + ".putLong(" + value + ");");
        }
    }

    private static void storePair(SourceText text, String at, List<String> values) {
        put(text, at, 4, values.get(0));
        put(text, at + ".add(4)", 4, values.get(1));
    }

    private static void storeAll(
            SourceText text, List<ValueType> types, String address, long offset, List<String> values, List<CoreValType> given) {
        long at = offset;
        int next = 0;
        for (ValueType type : types) {
            at = Layout.align(at, Layout.alignment(type));
            int count = Flattening.flatten(type).size();
            store(text, type, address, at, values.subList(next, next + count), given.subList(next, next + count));
            next += count;
            at += Layout.size(type);
        }
    }

    private static void storeCase(
            SourceText text,
            List<Optional<ValueType>> cases,
            String address,
            long offset,
            List<String> values,
            List<CoreValType> given) {
        put(text, at(address, offset), Layout.discriminantSize(cases.size()), values.getFirst());
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).isPresent()) {
                ValueType payload = cases.get(i).get();
                int count = Flattening.flatten(payload).size();
                text.open("if (" + values.getFirst() + " == " + i + ")");
                store(text, payload, address, payloadAt(cases, offset), values.subList(1, 1 + count), given.subList(1, 1 + count));
                text.close();
            }
        }
    }
}
