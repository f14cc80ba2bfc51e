package dev.belay.runtime.internal.jit;

import java.util.EnumSet;
import java.util.Set;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.BlockType;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.ValType;

/** Whether the compiler has all that a function uses. */
final class Support {
    private static final Set<OpCode> PLAIN = EnumSet.of(
            OpCode.NOP, OpCode.UNREACHABLE, OpCode.ELSE, OpCode.END, OpCode.BR, OpCode.BR_IF, OpCode.BR_TABLE,
            OpCode.RETURN, OpCode.DROP, OpCode.SELECT, OpCode.SELECT_T, OpCode.LOCAL_GET, OpCode.LOCAL_SET,
            OpCode.LOCAL_TEE, OpCode.I32_CONST, OpCode.I64_CONST, OpCode.F32_CONST, OpCode.F64_CONST,
            OpCode.MEMORY_SIZE, OpCode.MEMORY_GROW, OpCode.MEMORY_FILL, OpCode.MEMORY_COPY, OpCode.MEMORY_INIT,
            OpCode.DATA_DROP, OpCode.REF_IS_NULL, OpCode.REF_FUNC, OpCode.ELEM_DROP, OpCode.TABLE_SIZE);

    private final ModuleFacts facts;

    Support(ModuleFacts facts) {
        this.facts = facts;
    }

    boolean has(FunctionBody body) {
        try {
            Kind.all(body.localTypes());
            return body.instructions().stream().allMatch(this::has);
        } catch (UnsupportedException _) {
            return false;
        }
    }

    private boolean has(AnnotatedInstruction instruction) {
        OpCode opcode = instruction.opcode();
        return switch (opcode) {
            case BLOCK, LOOP, IF -> hasBlock(instruction.operand(0));
            case CALL -> facts.isSupported((int) instruction.operand(0));
            case CALL_INDIRECT ->
                Kind.areSupported(facts.typeAt((int) instruction.operand(0)))
                        && isFunctions((int) instruction.operand(1));
            case GLOBAL_GET, GLOBAL_SET -> {
                ValType type = facts.globalType((int) instruction.operand(0));
                yield !type.isReference() && !type.equals(ValType.V128);
            }
            case REF_NULL -> (int) instruction.operand(0) == ValType.TypeIdxCode.FUNC.code();
            case TABLE_GET, TABLE_SET, TABLE_GROW, TABLE_FILL, TABLE_COPY -> isFunctions((int) instruction.operand(0));
            case TABLE_INIT -> isFunctions((int) instruction.operand(1));
            default ->
                PLAIN.contains(opcode)
                        || Simple.of(opcode).isPresent()
                        || Comparison.of(opcode).isPresent()
                        || Access.of(opcode).isPresent();
        };
    }

    private boolean hasBlock(long type) {
        if (BlockType.isTypeIndex(type)) {
            return Kind.areSupported(facts.typeAt((int) BlockType.typeIndex(type)));
        }
        if (BlockType.isValueType(type)) {
            Kind.of(ValType.builder().fromId(BlockType.valueTypeId(type)).build());
        }
        return true;
    }

    private boolean isFunctions(int table) {
        return facts.tableType(table).equals(ValType.FuncRef);
    }
}
