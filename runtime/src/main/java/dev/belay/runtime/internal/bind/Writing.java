package dev.belay.runtime.internal.bind;

import dev.belay.component.abi.Layout;
import dev.belay.component.type.ValueType;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The methods of a class that is written which move values of one type, and are written when they are first called. */
final class Writing {
    static final ClassDesc GUEST = Place.GUEST;
    static final ClassDesc LEAF = desc(Leaf.class);

    private static final int PRIVATE_STATIC = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC;

    private final ClassDesc self;
    private final Map<Key, String> names = new HashMap<>();
    private final Deque<Consumer<ClassBuilder>> toWrite = new ArrayDeque<>();

    private record Key(String kind, Fit fit) {}

    Writing(ClassDesc self) {
        this.self = self;
    }

    /** Calls the method of a kind for a type; {@code body} is asked for once. */
    void call(CodeBuilder code, String kind, Fit fit, MethodTypeDesc desc, Consumer<CodeBuilder> body) {
        String name = names.computeIfAbsent(new Key(kind, fit), _ -> {
            String made = kind + names.size();
            toWrite.add(writer -> writer.withMethodBody(made, desc, PRIVATE_STATIC, body));
            return made;
        });
        code.invokestatic(self, name, desc);
    }

    /** Writes the methods that code written so far calls. */
    void write(ClassBuilder writer) {
        while (!toWrite.isEmpty()) {
            toWrite.removeFirst().accept(writer);
        }
    }

    /** Calls a static method of {@link Guest} whose last parameter is the guest. */
    static void guest(CodeBuilder code, int guest, String method, ClassDesc result, ClassDesc param) {
        code.aload(guest).invokestatic(GUEST, method, MethodTypeDesc.of(result, param, GUEST));
    }

    /** Leaves the leaf. */
    static void leaf(CodeBuilder code, int guest, Fit.Other other) {
        code.aload(guest)
                .loadConstant(other.leaf())
                .invokevirtual(GUEST, "leaf", MethodTypeDesc.of(LEAF, ConstantDescs.CD_int));
    }

    static void read(CodeBuilder code, Method accessor) {
        code.invokevirtual(
                desc(accessor.getDeclaringClass()),
                accessor.getName(),
                MethodTypeDesc.of(desc(accessor.getReturnType())));
    }

    /** Where payloads are. */
    static Place payload(Place place, List<Optional<ValueType>> cases) {
        int alignment = cases.stream()
                .mapToInt(c -> c.map(Layout::alignment).orElse(1))
                .max()
                .orElse(1);
        return place.part(Layout.payloadOffset(cases.size(), alignment), 1);
    }

    static ClassDesc desc(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }
}
