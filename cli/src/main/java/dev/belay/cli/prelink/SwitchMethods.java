package dev.belay.cli.prelink;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/** Methods of a class that do what the JVM would otherwise link for its switches over types. */
final class SwitchMethods {
    private static final String NAME = "belay$switch$";

    private final ClassDesc owner;
    private final boolean isInterface;
    private final List<TypeSwitch> switches = new ArrayList<>();

    SwitchMethods(ClassModel model) {
        this.owner = model.thisClass().asSymbol();
        this.isInterface = model.flags().has(AccessFlag.INTERFACE);
    }

    /** In the place of a switch's call. */
    void call(CodeBuilder code, TypeSwitch its) {
        code.invokestatic(owner, NAME + switches.size(), its.type(), isInterface);
        switches.add(its);
    }

    void write(ClassBuilder builder) {
        for (int i = 0; i < switches.size(); i++) {
            TypeSwitch its = switches.get(i);
            int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
            builder.withMethodBody(NAME + i, its.type(), flags, code -> body(code, its));
        }
    }

    /** What {@link java.lang.runtime.SwitchBootstraps#typeSwitch} says: the first label from the second argument on that fits. */
    private static void body(CodeBuilder code, TypeSwitch its) {
        int target = 0;
        int restart = 1;
        Label none = code.newLabel();
        code.aload(target).ifnull(none);
        for (int i = 0; i < its.labels().size(); i++) {
            Label next = code.newLabel();
            code.iload(restart).loadConstant(i).if_icmpgt(next);
            switch (its.labels().get(i)) {
                case TypeSwitch.Type(ClassDesc type) -> code.aload(target).instanceOf(type).ifeq(next);
                case TypeSwitch.Constant(ClassDesc type, String name) ->
                    code.aload(target).getstatic(type, name, type).if_acmpne(next);
            }
            code.loadConstant(i).ireturn().labelBinding(next);
        }
        code.loadConstant(its.labels().size()).ireturn();
        code.labelBinding(none).iconst_m1().ireturn();
    }
}
