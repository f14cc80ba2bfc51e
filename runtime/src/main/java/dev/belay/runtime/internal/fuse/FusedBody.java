package dev.belay.runtime.internal.fuse;

import dev.belay.component.abi.Flattening;
import dev.belay.component.abi.Layout;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import dev.belay.runtime.internal.core.CoreShapes;
import dev.belay.runtime.internal.typed.CallShape;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the method of a lowered function: {@code canon_lower} around {@code canon_lift}, without what the type has not. */
final class FusedBody {
    private static final ClassDesc FAILURE = RuntimeException.class.describeConstable().orElseThrow();
    private static final ClassDesc INT = ConstantDescs.CD_int;
    private static final MethodTypeDesc NOTHING = ConstantDescs.MTD_void;

    private final CodeBuilder code;
    private final ClassDesc self;
    private final FunctionType type;
    private final FuseKey key;
    private final MemoryCopies params;
    private final MemoryCopies results;
    private final CallShape inner;
    private final CallShape outer;
    private final Optional<CallShape> post;

    FusedBody(
            CodeBuilder code,
            ClassDesc self,
            FunctionType type,
            FuseKey key,
            MemoryCopies params,
            MemoryCopies results,
            Optional<CallShape> post) {
        this.code = code;
        this.self = self;
        this.type = type;
        this.key = key;
        this.params = params;
        this.results = results;
        this.inner = CoreShapes.of(Flattening.lifted(type));
        this.outer = CoreShapes.of(Flattening.lowered(type));
        this.post = post;
    }

    void write() {
        var given = new ArrayList<FlatMoves.Local>();
        int slot = 1;
        for (TypeKind kind : outer.params()) {
            given.add(new FlatMoves.Local(kind, slot));
            slot += kind.slotSize();
        }
        boolean handles = !key.resources().isEmpty();
        gate("caller", "requireMayLeave");
        gate("callee", "enter");
        around("enter");
        if (handles) {
            tell("beginHandles");
        }
        int there = way("params", key.paramsPassBytes());
        List<FlatMoves.Local> arguments = params(there, given);
        Optional<FlatMoves.Local> result = callee(arguments);
        if (handles) {
            tell("returned");
        }
        Optional<FlatMoves.Local> moved = result(result, given);
        postReturn(result);
        gate("callee", "leave");
        around("leave");
        if (handles) {
            tell("endHandles");
        }
        moved.ifPresent(local -> local.load(code));
        code.return_(TypeKind.from(outer.method().returnType()).asLoadable());
    }

    private void gate(String which, String what) {
        code.aload(0).getfield(self, which, FuseWriter.GATE).invokevirtual(FuseWriter.GATE, what, NOTHING);
    }

    /** The gates besides the callee's, if there are any. */
    private void around(String what) {
        Label none = code.newLabel();
        code.aload(0).getfield(self, "around", FuseWriter.GATES).ifnull(none);
        code.aload(0).getfield(self, "around", FuseWriter.GATES);
        code.invokestatic(FuseWriter.CROSSING, what, MethodTypeDesc.of(ConstantDescs.CD_void, FuseWriter.GATES));
        code.labelBinding(none);
    }

    private void tell(String what) {
        code.aload(0)
                .getfield(self, "crossing", FuseWriter.CROSSING)
                .invokevirtual(FuseWriter.CROSSING, what, NOTHING);
    }

    /** @param passesBytes whether the way counts what goes along it */
    private int way(String name, boolean passesBytes) {
        int way = code.allocateLocal(TypeKind.REFERENCE);
        code.aload(0).getfield(self, name, WayCalls.WAY).astore(way);
        if (passesBytes) {
            code.aload(way).invokevirtual(WayCalls.WAY, "begin", NOTHING);
        }
        return way;
    }

    private List<FlatMoves.Local> params(int way, List<FlatMoves.Local> given) {
        List<ValueType> types = type.params().stream().map(ValueType.Field::type).toList();
        if (!Flattening.paramsSpill(type)) {
            return new FlatMoves(code, params, key, way).moveAll(types, given);
        }
        var all = new ValueType.Tuple(types);
        int size = (int) Layout.size(all);
        int alignment = Layout.alignment(all);
        var moved = new FlatMoves.Local(TypeKind.INT, code.allocateLocal(TypeKind.INT));
        check(way, "checkSource", given.getFirst(), size, alignment);
        code.aload(way).loadConstant(alignment).loadConstant(size);
        params.rooms().allocate(code);
        moved.store(code);
        code.aload(way);
        given.getFirst().load(code);
        moved.load(code);
        params.value(code, all);
        return List.of(moved);
    }

    private void check(int way, String method, FlatMoves.Local address, int size, int alignment) {
        code.aload(way);
        address.load(code);
        code.loadConstant(size)
                .loadConstant(alignment)
                .invokevirtual(WayCalls.WAY, method, MethodTypeDesc.of(ConstantDescs.CD_void, INT, INT, INT));
    }

    private Optional<FlatMoves.Local> callee(List<FlatMoves.Local> arguments) {
        Optional<FlatMoves.Local> result = inner.results().stream()
                .findFirst()
                .map(kind -> new FlatMoves.Local(kind, code.allocateLocal(kind)));
        code.trying(
                block -> {
                    block.aload(0).getfield(self, "function", inner.owner());
                    arguments.forEach(each -> each.load(block));
                    block.invokevirtual(inner.owner(), CallShape.CALL, inner.method());
                    result.ifPresent(local -> local.store(block));
                },
                catches -> catches.catching(FAILURE, block -> {
                    int thrown = block.allocateLocal(TypeKind.REFERENCE);
                    block.astore(thrown)
                            .aload(0)
                            .getfield(self, "crossing", FuseWriter.CROSSING)
                            .aload(thrown)
                            .invokevirtual(FuseWriter.CROSSING, "failure", MethodTypeDesc.of(FAILURE, FAILURE))
                            .athrow();
                }));
        return result;
    }

    /** @return what the caller gets as a flat value */
    private Optional<FlatMoves.Local> result(Optional<FlatMoves.Local> returned, List<FlatMoves.Local> given) {
        if (type.result().isEmpty()) {
            return Optional.empty();
        }
        ValueType result = type.result().get();
        int way = way("results", key.resultPassesBytes());
        if (!Flattening.resultSpills(type)) {
            return Optional.of(new FlatMoves(code, results, key, way)
                    .move(result, List.of(returned.orElseThrow()))
                    .getFirst());
        }
        int size = (int) Layout.size(result);
        int alignment = Layout.alignment(result);
        check(way, "checkSource", returned.orElseThrow(), size, alignment);
        check(way, "checkTarget", given.getLast(), size, alignment);
        code.aload(way);
        returned.orElseThrow().load(code);
        given.getLast().load(code);
        results.value(code, result);
        return Optional.empty();
    }

    private void postReturn(Optional<FlatMoves.Local> returned) {
        post.ifPresent(shape -> {
            close(true);
            code.aload(0).getfield(self, "postReturn", shape.owner());
            returned.ifPresent(local -> local.load(code));
            code.invokevirtual(shape.owner(), CallShape.CALL, shape.method());
            close(false);
        });
    }

    private void close(boolean value) {
        code.aload(0).getfield(self, "callee", FuseWriter.GATE).loadConstant(value ? 1 : 0);
        code.invokevirtual(
                FuseWriter.GATE, "close", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_boolean));
    }
}
