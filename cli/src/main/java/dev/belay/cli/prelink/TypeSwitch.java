package dev.belay.cli.prelink;

import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call that the compiler writes for a {@code switch} over types.
 *
 * @param type of the call: what is asked for, and where to begin
 */
record TypeSwitch(MethodTypeDesc type, List<Label> labels) {
    private static final String BOOTSTRAPS = "Ljava/lang/runtime/SwitchBootstraps;";
    private static final String TYPE_SWITCH = "typeSwitch";
    private static final ClassDesc ENUM_DESC = ClassDesc.of("java.lang.Enum$EnumDesc");
    private static final ClassDesc CLASS_DESC = ClassDesc.of("java.lang.constant.ClassDesc");

    /** What a case asks for. */
    sealed interface Label {}

    record Type(ClassDesc type) implements Label {}

    /** Of an enum. */
    record Constant(ClassDesc type, String name) implements Label {}

    /** Empty for another call, or one with labels of other kinds. */
    static Optional<TypeSwitch> of(InvokeDynamicInstruction call) {
        DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
        MethodTypeDesc type = call.typeSymbol();
        if (!bootstrap.owner().descriptorString().equals(BOOTSTRAPS)
                || !bootstrap.methodName().equals(TYPE_SWITCH)
                || type.parameterType(0).isPrimitive()) {
            return Optional.empty();
        }
        var labels = new ArrayList<Label>();
        for (ConstantDesc each : call.bootstrapArgs()) {
            Optional<Label> label = label(each);
            if (label.isEmpty()) {
                return Optional.empty();
            }
            labels.add(label.get());
        }
        return Optional.of(new TypeSwitch(type, List.copyOf(labels)));
    }

    private static Optional<Label> label(ConstantDesc constant) {
        if (constant instanceof ClassDesc its) {
            return its.isPrimitive() ? Optional.empty() : Optional.of(new Type(its));
        }
        // EnumDesc.of(ClassDesc.of("…"), "…")
        return invoked(constant, ENUM_DESC)
                .filter(args -> args.size() == 2 && args.getLast() instanceof String)
                .flatMap(args -> invoked(args.getFirst(), CLASS_DESC)
                        .filter(name -> name.size() == 1 && name.getFirst() instanceof String)
                        .map(name -> new Constant(ClassDesc.of((String) name.getFirst()), (String) args.getLast())));
    }

    /** The arguments of a constant that is what a method {@code of} gives. */
    private static Optional<List<ConstantDesc>> invoked(ConstantDesc constant, ClassDesc owner) {
        if (constant instanceof DynamicConstantDesc<?> dynamic
                && dynamic.bootstrapMethod().methodName().equals("invoke")
                && dynamic.bootstrapArgsList().getFirst() instanceof DirectMethodHandleDesc method
                && method.owner().equals(owner)
                && method.methodName().equals("of")) {
            List<ConstantDesc> all = dynamic.bootstrapArgsList();
            return Optional.of(all.subList(1, all.size()));
        }
        return Optional.empty();
    }
}
