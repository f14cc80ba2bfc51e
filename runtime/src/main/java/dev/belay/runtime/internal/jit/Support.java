package dev.belay.runtime.internal.jit;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.OpCode;

/** Whether the compiler has all that a function uses. */
final class Support {
    private static final Set<OpCode> CONTROL = EnumSet.of(
            OpCode.NOP, OpCode.UNREACHABLE, OpCode.BLOCK, OpCode.LOOP, OpCode.IF, OpCode.ELSE, OpCode.END, OpCode.BR,
            OpCode.BR_IF, OpCode.BR_TABLE, OpCode.RETURN, OpCode.CALL, OpCode.CALL_INDIRECT, OpCode.CALL_REF,
            OpCode.RETURN_CALL, OpCode.RETURN_CALL_INDIRECT, OpCode.RETURN_CALL_REF, OpCode.BR_ON_NULL,
            OpCode.BR_ON_NON_NULL, OpCode.BR_ON_CAST, OpCode.BR_ON_CAST_FAIL, OpCode.TRY_TABLE, OpCode.THROW,
            OpCode.THROW_REF);

    private static final Set<OpCode> PLAIN = EnumSet.of(
            OpCode.DROP, OpCode.SELECT, OpCode.SELECT_T, OpCode.LOCAL_GET, OpCode.LOCAL_SET, OpCode.LOCAL_TEE,
            OpCode.GLOBAL_GET, OpCode.GLOBAL_SET, OpCode.I32_CONST, OpCode.I64_CONST, OpCode.F32_CONST, OpCode.F64_CONST,
            OpCode.MEMORY_SIZE, OpCode.MEMORY_GROW, OpCode.MEMORY_FILL, OpCode.MEMORY_COPY, OpCode.MEMORY_INIT,
            OpCode.DATA_DROP, OpCode.ELEM_DROP, OpCode.TABLE_GET, OpCode.TABLE_SET, OpCode.TABLE_SIZE,
            OpCode.TABLE_GROW, OpCode.TABLE_FILL, OpCode.TABLE_COPY, OpCode.TABLE_INIT);

    private static final Set<OpCode> REFERENCES = EnumSet.of(
            OpCode.REF_NULL, OpCode.REF_IS_NULL, OpCode.REF_FUNC, OpCode.REF_AS_NON_NULL, OpCode.REF_EQ,
            OpCode.REF_TEST, OpCode.REF_TEST_NULL, OpCode.CAST_TEST, OpCode.CAST_TEST_NULL,
            OpCode.ANY_CONVERT_EXTERN, OpCode.EXTERN_CONVERT_ANY, OpCode.REF_I31, OpCode.I31_GET_S, OpCode.I31_GET_U,
            OpCode.STRUCT_NEW, OpCode.STRUCT_NEW_DEFAULT, OpCode.STRUCT_GET, OpCode.STRUCT_GET_S,
            OpCode.STRUCT_GET_U, OpCode.STRUCT_SET, OpCode.ARRAY_NEW, OpCode.ARRAY_NEW_DEFAULT,
            OpCode.ARRAY_NEW_FIXED, OpCode.ARRAY_NEW_DATA, OpCode.ARRAY_NEW_ELEM, OpCode.ARRAY_GET,
            OpCode.ARRAY_GET_S, OpCode.ARRAY_GET_U, OpCode.ARRAY_SET, OpCode.ARRAY_LEN, OpCode.ARRAY_FILL,
            OpCode.ARRAY_COPY, OpCode.ARRAY_INIT_DATA, OpCode.ARRAY_INIT_ELEM);

    private Support() {}

    static boolean has(FunctionBody body) {
        return body.instructions().stream().allMatch(instruction -> has(instruction.opcode()));
    }

    /** What of the function's code is left to the interpreter. */
    static Set<OpCode> lacks(FunctionBody body) {
        return body.instructions().stream()
                .map(AnnotatedInstruction::opcode)
                .filter(opcode -> !has(opcode))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean has(OpCode opcode) {
        return CONTROL.contains(opcode)
                || PLAIN.contains(opcode)
                || REFERENCES.contains(opcode)
                || Simple.of(opcode).isPresent()
                || Comparison.of(opcode).isPresent()
                || Access.of(opcode).isPresent()
                || VectorWriter.has(opcode);
    }
}
