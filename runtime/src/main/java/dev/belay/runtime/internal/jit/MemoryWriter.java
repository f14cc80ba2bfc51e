package dev.belay.runtime.internal.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import run.endive.wasm.types.AnnotatedInstruction;

/** Writes the instructions on linear memories. */
final class MemoryWriter {
    private final Emitter emitter;
    private final CodeBuilder code;
    private final Frame frame;
    private final Operands operands;

    MemoryWriter(Emitter emitter) {
        this.emitter = emitter;
        this.code = emitter.code();
        this.frame = emitter.frame();
        this.operands = emitter.operands();
    }

    /** Whether the instruction is one of these, other than an {@link #access}. */
    boolean write(AnnotatedInstruction instruction) {
        switch (instruction.opcode()) {
            case MEMORY_SIZE -> {
                memory((int) instruction.operand(0));
                emitter.call(Descs.RUNTIME, "memorySize", Descs.INT, Descs.MEMORY);
                operands.push(Kind.I32);
            }
            case MEMORY_GROW -> {
                memory((int) instruction.operand(0));
                emitter.call(Descs.RUNTIME, "memoryGrow", Descs.INT, Descs.INT, Descs.MEMORY);
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
                emitter.stateAnd((int) instruction.operand(0)).loadConstant((int) instruction.operand(1));
                bulk("memoryInit", Descs.STATE, Descs.INT, Descs.INT);
            }
            case DATA_DROP -> {
                emitter.stateAnd((int) instruction.operand(0));
                emitter.call(Descs.RUNTIME, "dataDrop", Descs.VOID, Descs.STATE, Descs.INT);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    void access(Access access, AnnotatedInstruction instruction) {
        address(instruction);
        access.invoke(code);
        operands.pop(access.isStore() ? 2 : 1);
        if (!access.isStore()) {
            operands.push(access.kind());
        }
    }

    /** Leaves what goes with the address: the memory's array, the memory and the offset. */
    void address(AnnotatedInstruction instruction) {
        int memory = (int) instruction.operand(2);
        flat(memory);
        memory(memory);
        code.loadConstant((int) instruction.operand(1));
    }

    private void flat(int memory) {
        if (memory == 0) {
            frame.flat(code);
        } else {
            memory(memory);
            code.invokevirtual(Descs.MEMORY, "flat", MethodTypeDesc.of(Descs.BYTES));
        }
    }

    private void memory(int index) {
        if (index == 0) {
            code.aload(frame.memory().orElseThrow());
        } else {
            emitter.stateAnd(index);
            emitter.call(Descs.RUNTIME, "memory", Descs.MEMORY, Descs.STATE, Descs.INT);
        }
    }

    /** An instruction with three operands and no result. */
    private void bulk(String method, ClassDesc... more) {
        var params = new ArrayList<>(List.of(Descs.INT, Descs.INT, Descs.INT));
        params.addAll(List.of(more));
        code.invokestatic(Descs.RUNTIME, method, MethodTypeDesc.of(Descs.VOID, params));
        operands.pop(3);
    }
}
