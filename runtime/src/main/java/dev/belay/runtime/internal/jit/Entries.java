package dev.belay.runtime.internal.jit;

import dev.belay.runtime.Trap;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.BiConsumer;

/** Writes methods of a chunk that are given a function, and do something for each. */
final class Entries {
    private Entries() {}

    /**
     * @param type of a method of an object whose first parameter is the function
     * @param each writes what is done for a function, to the end
     */
    static void write(
            ClassBuilder writer,
            String name,
            MethodTypeDesc type,
            List<Integer> functions,
            BiConsumer<CodeBuilder, Integer> each) {
        writer.withMethodBody(name, type, ClassFile.ACC_PUBLIC, code -> {
            Label none = code.newLabel();
            var cases = functions.stream()
                    .map(function -> SwitchCase.of(function, code.newLabel()))
                    .toList();
            code.iload(1).lookupswitch(none, cases);
            for (SwitchCase one : cases) {
                code.labelBinding(one.target());
                each.accept(code, one.caseValue());
            }
            code.labelBinding(none)
                    .invokestatic(Descs.RUNTIME, "unreachable", MethodTypeDesc.of(Descs.of(Trap.class)))
                    .athrow();
        });
    }
}
