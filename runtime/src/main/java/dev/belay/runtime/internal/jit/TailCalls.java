package dev.belay.runtime.internal.jit;

import java.util.List;
import run.endive.wasm.types.AnnotatedInstruction;

/** Which functions make tail calls, other than of themselves, which is a loop where the function is one method. */
final class TailCalls {
    private static final byte YES = 1;
    private static final byte NO = 2;

    private final ModuleFacts facts;
    private byte[] known = {};

    TailCalls(ModuleFacts facts) {
        this.facts = facts;
    }

    boolean has(int function) {
        byte[] answers = known;
        if (answers.length == 0) {
            answers = new byte[facts.functionCount()];
            known = answers;
        }
        if (answers[function] == 0) {
            answers[function] = find(function) ? YES : NO;
        }
        return answers[function] == YES;
    }

    private boolean find(int function) {
        List<AnnotatedInstruction> instructions = facts.body(function).instructions();
        boolean mayBeCut = instructions.size() >= facts.cutting().from();
        return instructions.stream().anyMatch(instruction -> switch (instruction.opcode()) {
            case RETURN_CALL -> mayBeCut || instruction.operand(0) != function;
            case RETURN_CALL_INDIRECT, RETURN_CALL_REF -> true;
            default -> false;
        });
    }
}
