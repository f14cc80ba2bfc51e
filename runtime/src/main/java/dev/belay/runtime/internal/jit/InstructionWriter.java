package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.RawBits;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;
import run.endive.runtime.GlobalInstance;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/** Writes the instructions that go on to the next one. */
final class InstructionWriter {
    private static final ClassDesc GLOBAL = Descs.of(GlobalInstance.class);

    private final ModuleFacts facts;
    private final CodeBuilder code;
    private final Frame frame;
    private final Operands operands;

    InstructionWriter(ModuleFacts facts, CodeBuilder code, Frame frame, Operands operands) {
        this.facts = facts;
        this.code = code;
        this.frame = frame;
        this.operands = operands;
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
            access(access.get(), instruction);
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
                dup(frame.kind(local));
                frame.set(code, local);
            }
            case GLOBAL_GET -> globalGet((int) instruction.operand(0));
            case GLOBAL_SET -> globalSet((int) instruction.operand(0));
            case DROP -> drop(code, operands.pop());
            case SELECT, SELECT_T -> select();
            case CALL -> {
                int function = (int) instruction.operand(0);
                FunctionType type = facts.type(function);
                code.aload(frame.state())
                        .invokestatic(
                                Descs.chunk(JitCode.chunkOf(function)), Descs.function(function), Descs.method(type));
                called(type);
            }
            case CALL_INDIRECT -> {
                int typeIndex = (int) instruction.operand(0);
                FunctionType type = facts.typeAt(typeIndex);
                operands.pop();
                code.aload(frame.state())
                        .invokestatic(
                                Descs.indirect(typeIndex, (int) instruction.operand(1)),
                                IndirectWriter.CALL,
                                Descs.indirectMethod(type));
                called(type);
            }
            case MEMORY_SIZE -> {
                memory((int) instruction.operand(0));
                runtime("memorySize", Descs.INT, Descs.MEMORY);
                operands.push(Kind.I32);
            }
            case MEMORY_GROW -> {
                memory((int) instruction.operand(0));
                runtime("memoryGrow", Descs.INT, Descs.INT, Descs.MEMORY);
            }
            case MEMORY_FILL -> {
                memory((int) instruction.operand(0));
                bulk("memoryFill", Descs.MEMORY);
            }
            case MEMORY_COPY -> {
                memory((int) instruction.operand(0));
                memory((int) instruction.operand(1));
                bulk("memoryCopy", Descs.MEMORY, Descs.MEMORY);
            }
            case MEMORY_INIT -> {
                stateAnd((int) instruction.operand(0)).loadConstant((int) instruction.operand(1));
                bulk("memoryInit", Descs.STATE, Descs.INT, Descs.INT);
            }
            case DATA_DROP -> {
                stateAnd((int) instruction.operand(0));
                runtime("dataDrop", Descs.VOID, Descs.STATE, Descs.INT);
            }
            default -> tables(instruction);
        }
    }

    private void tables(AnnotatedInstruction instruction) {
        switch (instruction.opcode()) {
            case REF_NULL -> {
                int heap = (int) instruction.operand(0);
                if (heap != ValType.TypeIdxCode.FUNC.code()) {
                    throw new UnsupportedException("null of another type than funcref");
                }
                code.iconst_m1();
                operands.push(Kind.I32);
            }
            case REF_IS_NULL -> {
                operands.pop();
                code.iconst_1().iadd();
                truth(Comparison.of(run.endive.wasm.types.OpCode.I32_EQZ).orElseThrow());
            }
            case REF_FUNC -> {
                code.loadConstant((int) instruction.operand(0));
                operands.push(Kind.I32);
            }
            case TABLE_GET -> {
                functions((int) instruction.operand(0));
                stateAnd((int) instruction.operand(0));
                runtime("tableGet", Descs.INT, Descs.INT, Descs.STATE, Descs.INT);
            }
            case TABLE_SET -> {
                functions((int) instruction.operand(0));
                stateAnd((int) instruction.operand(0));
                runtime("tableSet", Descs.VOID, Descs.INT, Descs.INT, Descs.STATE, Descs.INT);
                operands.pop(2);
            }
            case TABLE_SIZE -> {
                stateAnd((int) instruction.operand(0));
                runtime("tableSize", Descs.INT, Descs.STATE, Descs.INT);
                operands.push(Kind.I32);
            }
            case TABLE_GROW -> {
                functions((int) instruction.operand(0));
                stateAnd((int) instruction.operand(0));
                runtime("tableGrow", Descs.INT, Descs.INT, Descs.INT, Descs.STATE, Descs.INT);
                operands.pop();
            }
            case TABLE_FILL -> {
                functions((int) instruction.operand(0));
                stateAnd((int) instruction.operand(0));
                bulk("tableFill", Descs.STATE, Descs.INT);
            }
            case TABLE_COPY -> {
                stateAnd((int) instruction.operand(0)).loadConstant((int) instruction.operand(1));
                bulk("tableCopy", Descs.STATE, Descs.INT, Descs.INT);
            }
            case TABLE_INIT -> {
                stateAnd((int) instruction.operand(1)).loadConstant((int) instruction.operand(0));
                bulk("tableInit", Descs.STATE, Descs.INT, Descs.INT);
            }
            case ELEM_DROP -> {
                stateAnd((int) instruction.operand(0));
                runtime("elemDrop", Descs.VOID, Descs.STATE, Descs.INT);
            }
            default -> throw new UnsupportedException(instruction.opcode().toString());
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

    private void access(Access access, AnnotatedInstruction instruction) {
        int memory = (int) instruction.operand(2);
        flat(memory);
        memory(memory);
        code.loadConstant((int) instruction.operand(1));
        access.invoke(code);
        operands.pop(access.isStore() ? 2 : 1);
        if (!access.isStore()) {
            operands.push(access.kind());
        }
    }

    private void flat(int memory) {
        if (memory == 0) {
            code.aload(frame.flat().orElseThrow());
        } else {
            memory(memory);
            code.invokevirtual(Descs.MEMORY, "flat", MethodTypeDesc.of(Descs.BYTES));
        }
    }

    private void memory(int index) {
        if (index == 0) {
            code.aload(frame.memory().orElseThrow());
        } else {
            stateAnd(index);
            runtime("memory", Descs.MEMORY, Descs.STATE, Descs.INT);
        }
    }

    /** An instruction with three operands and no result. */
    private void bulk(String method, ClassDesc... more) {
        var params = new java.util.ArrayList<>(List.of(Descs.INT, Descs.INT, Descs.INT));
        params.addAll(List.of(more));
        code.invokestatic(Descs.RUNTIME, method, MethodTypeDesc.of(Descs.VOID, params));
        operands.pop(3);
    }

    private void runtime(String method, ClassDesc result, ClassDesc... params) {
        code.invokestatic(Descs.RUNTIME, method, MethodTypeDesc.of(result, params));
    }

    private CodeBuilder stateAnd(int index) {
        return code.aload(frame.state()).loadConstant(index);
    }

    private void functions(int table) {
        if (!facts.tableType(table).equals(ValType.FuncRef)) {
            throw new UnsupportedException("a table of another type than funcref");
        }
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

    private void globalGet(int index) {
        Kind kind = Kind.of(facts.globalType(index));
        references(index);
        code.aload(frame.state())
                .getfield(Descs.STATE, "globals", GLOBAL.arrayType())
                .loadConstant(index)
                .aaload()
                .invokevirtual(GLOBAL, "getValue", MethodTypeDesc.of(Descs.LONG));
        Raw.fromLong(code, kind);
        operands.push(kind);
    }

    private void globalSet(int index) {
        Kind kind = operands.pop();
        references(index);
        Raw.toLong(code, kind);
        int value = frame.scratch(Kind.I64);
        code.lstore(value)
                .aload(frame.state())
                .getfield(Descs.STATE, "globals", GLOBAL.arrayType())
                .loadConstant(index)
                .aaload()
                .lload(value)
                .invokevirtual(GLOBAL, "setValue", MethodTypeDesc.of(Descs.VOID, Descs.LONG));
    }

    private void references(int global) {
        if (facts.globalType(global).isReference()) {
            throw new UnsupportedException("a global reference");
        }
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

    private void called(FunctionType type) {
        frame.loadFlat(code);
        operands.pop(type.params().size());
        List<Kind> results = Kind.all(type.returns());
        if (results.size() > 1) {
            int array = frame.scratchReference();
            code.astore(array);
            Raw.unpack(code, results, array);
        }
        operands.push(results);
    }

    private void dup(Kind kind) {
        if (kind.slots() == 1) {
            code.dup();
        } else {
            code.dup2();
        }
    }

    static void drop(CodeBuilder code, Kind kind) {
        if (kind.slots() == 1) {
            code.pop();
        } else {
            code.pop2();
        }
    }
}
