package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.RawBits;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;
import run.endive.runtime.GlobalInstance;
import run.endive.wasm.types.AnnotatedInstruction;

/** Writes the instructions that go on to the next one. */
final class InstructionWriter {
    private static final ClassDesc GLOBAL = Descs.of(GlobalInstance.class);
    private static final ClassDesc OBJECT = ConstantDescs.CD_Object;

    private final Emitter emitter;
    private final ModuleFacts facts;
    private final CodeBuilder code;
    private final Frame frame;
    private final Operands operands;
    private final CallWriter calls;
    private final ReferenceWriter references;
    private final MemoryWriter memories;
    private final TableWriter tables;
    private final HeapWriter heap;
    private final VectorWriter vectors;

    InstructionWriter(Emitter emitter, CallWriter calls, ReferenceWriter references) {
        this.emitter = emitter;
        this.facts = emitter.facts();
        this.code = emitter.code();
        this.frame = emitter.frame();
        this.operands = emitter.operands();
        this.calls = calls;
        this.references = references;
        this.memories = new MemoryWriter(emitter);
        this.tables = new TableWriter(emitter);
        this.heap = new HeapWriter(emitter);
        this.vectors = new VectorWriter(emitter, memories);
    }

    /**
     * @throws UnsupportedException if the compiler leaves it out
     */
    void write(AnnotatedInstruction instruction) {
        Optional<Simple> simple = Simple.of(instruction.opcode());
        if (simple.isPresent()) {
            simple.get().code().accept(code);
            operands.pop(simple.get().operands().size());
            operands.push(simple.get().result());
            return;
        }
        Optional<Comparison> comparison = Comparison.of(instruction.opcode());
        if (comparison.isPresent()) {
            operands.pop(comparison.get().operands());
            truth(comparison.get());
            return;
        }
        Optional<Access> access = Access.of(instruction.opcode());
        if (access.isPresent()) {
            memories.access(access.get(), instruction);
            return;
        }
        other(instruction);
    }

    private void other(AnnotatedInstruction instruction) {
        switch (instruction.opcode()) {
            case I32_CONST -> {
                code.loadConstant((int) instruction.operand(0));
                operands.push(Kind.I32);
            }
            case I64_CONST -> {
                code.loadConstant(instruction.operand(0));
                operands.push(Kind.I64);
            }
            case F32_CONST -> constant((int) instruction.operand(0));
            case F64_CONST -> constant(instruction.operand(0));
            case LOCAL_GET -> {
                int local = (int) instruction.operand(0);
                frame.get(code, local);
                operands.push(frame.kind(local));
            }
            case LOCAL_SET -> {
                int local = (int) instruction.operand(0);
                frame.set(code, local);
                operands.pop();
            }
            case LOCAL_TEE -> {
                int local = (int) instruction.operand(0);
                emitter.dup(frame.kind(local));
                frame.set(code, local);
            }
            case GLOBAL_GET -> globalGet((int) instruction.operand(0));
            case GLOBAL_SET -> globalSet((int) instruction.operand(0));
            case DROP -> emitter.drop(operands.pop());
            case SELECT, SELECT_T -> select();
            case CALL -> calls.call((int) instruction.operand(0));
            case CALL_INDIRECT, CALL_REF -> calls.indirect(instruction);
            default -> {
                if (!memories.write(instruction)
                        && !references.write(instruction)
                        && !tables.write(instruction)
                        && !heap.write(instruction)
                        && !vectors.write(instruction)) {
                    throw new UnsupportedException(instruction.opcode().toString());
                }
            }
        }
    }

    /** Leaves 1 or 0. */
    private void truth(Comparison comparison) {
        Label yes = code.newLabel();
        Label end = code.newLabel();
        comparison.branch(code, true, yes);
        code.iconst_0().goto_(end).labelBinding(yes).iconst_1().labelBinding(end);
        operands.push(Kind.I32);
    }

    /** Bits that a float constant might change are loaded as an integer. */
    private void constant(int bits) {
        float value = Float.intBitsToFloat(bits);
        if (Float.isNaN(value)) {
            code.loadConstant(bits);
            RawBits.intToFloat(code);
        } else {
            code.loadConstant(value);
        }
        operands.push(Kind.F32);
    }

    private void constant(long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isNaN(value)) {
            code.loadConstant(bits);
            RawBits.longToDouble(code);
        } else {
            code.loadConstant(value);
        }
        operands.push(Kind.F64);
    }

    private CodeBuilder global(int index) {
        return emitter.state()
                .getfield(Descs.STATE, "globals", GLOBAL.arrayType())
                .loadConstant(index)
                .aaload();
    }

    private void globalGet(int index) {
        Kind kind = Kind.of(facts.globalType(index));
        switch (kind) {
            case REF -> getGlobal(index, "getRefValue", OBJECT);
            case VECTOR -> {
                getGlobal(index, "getValueLow", Descs.LONG);
                getGlobal(index, "getValueHigh", Descs.LONG);
                Raw.vector(code);
            }
            default -> {
                getGlobal(index, "getValue", Descs.LONG);
                Raw.fromLong(code, kind);
            }
        }
        operands.push(kind);
    }

    private void globalSet(int index) {
        Kind kind = operands.pop();
        if (!kind.isObject()) {
            Raw.toLong(code, kind);
        }
        int value = frame.moment(kind.isObject() ? TypeKind.REFERENCE : TypeKind.LONG);
        switch (kind) {
            case REF -> {
                code.astore(value);
                setGlobal(index, "setRefValue", OBJECT, () -> code.aload(value));
            }
            case VECTOR -> {
                code.astore(value);
                setGlobal(index, "setValueLow", Descs.LONG, () -> half(value, "low"));
                setGlobal(index, "setValueHigh", Descs.LONG, () -> half(value, "high"));
            }
            default -> {
                code.lstore(value);
                setGlobal(index, "setValue", Descs.LONG, () -> code.lload(value));
            }
        }
    }

    private void half(int vector, String which) {
        code.aload(vector);
        Raw.half(code, which);
    }

    private void getGlobal(int index, String method, ClassDesc type) {
        global(index).invokevirtual(GLOBAL, method, MethodTypeDesc.of(type));
    }

    private void setGlobal(int index, String method, ClassDesc type, Runnable value) {
        global(index);
        value.run();
        code.invokevirtual(GLOBAL, method, MethodTypeDesc.of(Descs.VOID, type));
    }

    private void select() {
        operands.pop();
        Kind kind = operands.pop();
        Label first = code.newLabel();
        Label end = code.newLabel();
        code.ifne(first);
        if (kind.slots() == 1) {
            code.swap().pop().goto_(end).labelBinding(first).pop().labelBinding(end);
        } else {
            code.dup2_x2().pop2().pop2().goto_(end).labelBinding(first).pop2().labelBinding(end);
        }
    }
}
