package dev.belay.bindings.internal.glue;

import dev.belay.component.abi.Flattening;
import dev.belay.component.abi.Layout;
import dev.belay.component.model.CoreValType;
import dev.belay.component.model.Primitive;
import dev.belay.component.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where in memory the flat values of a value lie: read one way it is what lifting does, the other way what lowering does. */
public sealed interface FlatMove {
    /** What one flat value is in memory. */
    enum Cell {
        U8,
        S8,
        U16,
        S16,
        I32,
        I64,
        F32,
        F64
    }

    /**
     * One flat value.
     *
     * @param index which one
     * @param offset where it lies, in bytes
     * @param core its type as a parameter, which is a wider one than its own where cases share a place
     */
    record Value(int index, long offset, Cell cell, CoreValType core) implements FlatMove {}

    /** What else there is, by the case that the discriminant says. */
    record Choice(Value discriminant, List<List<FlatMove>> cases) implements FlatMove {}

    /**
     * @param core the core types of its flat values
     */
    static List<FlatMove> of(ValueType type, List<CoreValType> core) {
        var moves = new ArrayList<FlatMove>();
        add(moves, type, 0, 0, core);
        return moves;
    }

    private static void add(List<FlatMove> moves, ValueType type, int index, long offset, List<CoreValType> core) {
        switch (type) {
            case ValueType.Record t -> sequence(moves, t.fields().stream().map(ValueType.Field::type).toList(), index, offset, core);
            case ValueType.Tuple t -> sequence(moves, t.types(), index, offset, core);
            case ValueType.Variant t ->
                choice(moves, t.cases().stream().map(ValueType.Case::type).toList(), index, offset, core);
            case ValueType.Option t -> choice(moves, List.of(Optional.empty(), Optional.of(t.type())), index, offset, core);
            case ValueType.Result t -> choice(moves, List.of(t.ok(), t.error()), index, offset, core);
            case ValueType.ListOf _ -> pair(moves, index, offset, core);
            case ValueType.Enum t ->
                moves.add(new Value(index, offset, unsigned(Layout.discriminantSize(t.labels().size())), core.get(index)));
            case ValueType.Flags t ->
                moves.add(new Value(index, offset, unsigned(Layout.flagsSize(t.labels().size())), core.get(index)));
            case ValueType.Prim(Primitive primitive) when primitive == Primitive.STRING -> pair(moves, index, offset, core);
            case ValueType.Prim(Primitive primitive) -> moves.add(new Value(index, offset, cell(primitive), core.get(index)));
            default -> throw new IllegalStateException("no glue for " + type);
        }
    }

    private static Cell cell(Primitive primitive) {
        return switch (primitive) {
            case BOOL, U8 -> Cell.U8;
            case S8 -> Cell.S8;
            case U16 -> Cell.U16;
            case S16 -> Cell.S16;
            case S64, U64 -> Cell.I64;
            case F32 -> Cell.F32;
            case F64 -> Cell.F64;
            default -> Cell.I32;
        };
    }

    private static Cell unsigned(int size) {
        return size == 1 ? Cell.U8 : size == 2 ? Cell.U16 : Cell.I32;
    }

    private static void pair(List<FlatMove> moves, int index, long offset, List<CoreValType> core) {
        moves.add(new Value(index, offset, Cell.I32, core.get(index)));
        moves.add(new Value(index + 1, offset + 4, Cell.I32, core.get(index + 1)));
    }

    private static void sequence(List<FlatMove> moves, List<ValueType> types, int index, long offset, List<CoreValType> core) {
        long at = offset;
        int next = index;
        for (ValueType type : types) {
            at = Layout.align(at, Layout.alignment(type));
            add(moves, type, next, at, core);
            next += Flattening.flatten(type).size();
            at += Layout.size(type);
        }
    }

    private static void choice(
            List<FlatMove> moves, List<Optional<ValueType>> cases, int index, long offset, List<CoreValType> core) {
        long payload = offset + payloadOffset(cases);
        var all = new ArrayList<List<FlatMove>>();
        for (Optional<ValueType> each : cases) {
            var its = new ArrayList<FlatMove>();
            each.ifPresent(type -> add(its, type, index + 1, payload, core));
            all.add(its);
        }
        moves.add(new Choice(new Value(index, offset, unsigned(Layout.discriminantSize(cases.size())), core.get(index)), all));
    }

    /** Where what a case holds begins, in bytes. */
    static long payloadOffset(List<Optional<ValueType>> cases) {
        int alignment = cases.stream().flatMap(Optional::stream).mapToInt(Layout::alignment).max().orElse(1);
        return Layout.payloadOffset(cases.size(), alignment);
    }
}
