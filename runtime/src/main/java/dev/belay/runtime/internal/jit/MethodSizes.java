package dev.belay.runtime.internal.jit;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How large the methods of a class are.
 *
 * @param bytes of code, by the method's name
 */
record MethodSizes(Map<String, Integer> bytes) {
    /** What HotSpot compiles of one method: larger ones it interprets, unless {@code -XX:-DontCompileHugeMethods} is given. */
    static final int MOST_COMPILED = 8_000;

    static MethodSizes of(byte[] classFile) {
        return new MethodSizes(ClassFile.of().parse(classFile).methods().stream()
                .collect(Collectors.toMap(
                        method -> method.methodName().stringValue(),
                        method -> method.findAttribute(Attributes.code())
                                .map(code -> code.codeLength())
                                .orElse(0),
                        Math::max)));
    }

    int of(String method) {
        return bytes.getOrDefault(method, 0);
    }
}
