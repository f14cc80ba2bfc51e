package dev.belay.cli.prelink;

import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.Optional;

/** A class that means the same and starts faster. */
final class PrelinkedClass {
    /** The first whose classes say what the verifier would have to work out, and the first that the AOT cache takes. */
    private static final int WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;

    private static final int RAISED_TO = ClassFile.JAVA_8_VERSION;

    private PrelinkedClass() {}

    /** The class itself if there is nothing to do. */
    static byte[] of(byte[] bytes) {
        ClassModel model = ClassFile.of().parse(bytes);
        boolean old = model.majorVersion() < WITH_STACK_MAPS;
        if (old) {
            return raised(model);
        }
        return hasTypeSwitch(model) ? ClassFile.of().transformClass(model, withoutTypeSwitches(model)) : bytes;
    }

    /** Every method is written anew, or its code would be copied as it is. */
    private static byte[] raised(ClassModel model) {
        var options = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS);
        return options.build(model.thisClass().asSymbol(), builder -> {
            builder.withVersion(RAISED_TO, 0);
            for (ClassElement element : model) {
                switch (element) {
                    case ClassFileVersion _ -> {}
                    case MethodModel method -> builder.transformMethod(
                            method, MethodTransform.transformingCode((code, each) -> code.with(each)));
                    default -> builder.with(element);
                }
            }
        });
    }

    private static boolean hasTypeSwitch(ClassModel model) {
        return model.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .anyMatch(element -> element instanceof InvokeDynamicInstruction call
                        && TypeSwitch.of(call).isPresent());
    }

    private static ClassTransform withoutTypeSwitches(ClassModel model) {
        return ClassTransform.ofStateful(() -> {
            var switches = new SwitchMethods(model);
            CodeTransform calls = (code, element) -> {
                Optional<TypeSwitch> found = element instanceof InvokeDynamicInstruction call
                        ? TypeSwitch.of(call)
                        : Optional.empty();
                if (found.isPresent()) {
                    switches.call(code, found.get());
                } else {
                    code.with(element);
                }
            };
            return ClassTransform.transformingMethodBodies(calls).andThen(ClassTransform.endHandler(switches::write));
        });
    }
}
