package dev.belay.runtime.internal.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import run.endive.wasm.types.AnnotatedInstruction;

/** Writes the instructions on tables. */
final class TableWriter {
    private static final ClassDesc TABLES = Descs.of(Tables.class);

    private final Emitter emitter;
    private final CodeBuilder code;
    private final Operands operands;

    TableWriter(Emitter emitter) {
        this.emitter = emitter;
        this.code = emitter.code();
        this.operands = emitter.operands();
    }

    /** Whether the instruction is one of these. */
    boolean write(AnnotatedInstruction instruction) {
        switch (instruction.opcode()) {
            case TABLE_GET -> {
                int table = (int) instruction.operand(0);
                Kind kind = kind(table);
                emitter.stateAnd(table);
                call(kind == Kind.REF ? "getObject" : "get", kind.desc(), Descs.INT, Descs.STATE, Descs.INT);
                operands.pop();
                operands.push(kind);
            }
            case TABLE_SET -> {
                int table = (int) instruction.operand(0);
                emitter.stateAnd(table);
                call("set", Descs.VOID, Descs.INT, kind(table).desc(), Descs.STATE, Descs.INT);
                operands.pop(2);
            }
            case TABLE_SIZE -> {
                emitter.stateAnd((int) instruction.operand(0));
                call("size", Descs.INT, Descs.STATE, Descs.INT);
                operands.push(Kind.I32);
            }
            case TABLE_GROW -> {
                int table = (int) instruction.operand(0);
                emitter.stateAnd(table);
                call("grow", Descs.INT, kind(table).desc(), Descs.INT, Descs.STATE, Descs.INT);
                operands.pop(2);
                operands.push(Kind.I32);
            }
            case TABLE_FILL -> {
                int table = (int) instruction.operand(0);
                emitter.stateAnd(table);
                call("fill", Descs.VOID, Descs.INT, kind(table).desc(), Descs.INT, Descs.STATE, Descs.INT);
                operands.pop(3);
            }
            case TABLE_COPY -> {
                emitter.stateAnd((int) instruction.operand(0)).loadConstant((int) instruction.operand(1));
                bulk("copy");
            }
            case TABLE_INIT -> {
                emitter.stateAnd((int) instruction.operand(1)).loadConstant((int) instruction.operand(0));
                bulk("init");
            }
            case ELEM_DROP -> {
                emitter.stateAnd((int) instruction.operand(0));
                call("drop", Descs.VOID, Descs.STATE, Descs.INT);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private Kind kind(int table) {
        return Kind.of(emitter.facts().tableType(table));
    }

    private void bulk(String method) {
        call(method, Descs.VOID, Descs.INT, Descs.INT, Descs.INT, Descs.STATE, Descs.INT, Descs.INT);
        operands.pop(3);
    }

    private void call(String method, ClassDesc result, ClassDesc... params) {
        emitter.call(TABLES, method, result, params);
    }
}
