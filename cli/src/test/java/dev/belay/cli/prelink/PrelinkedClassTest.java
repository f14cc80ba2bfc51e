package dev.belay.cli.prelink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrelinkedClassTest {
    private static final ClassLoader REWRITTEN = new Rewritten();

    static List<Object> values() {
        return List.of(
                "text", "", 7, -7, 8L, 'c', new int[] {1}, TimeUnit.DAYS, TimeUnit.HOURS, List.of(), Map.of(), new Switches.Pair(1, "a"),
                new Switches.Pair("a", 2), new Switches.Pair(List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aSwitchChoosesWhatItChoseBefore(Object value) throws Exception {
        assertThat(ask(REWRITTEN, "name", value)).isEqualTo(Switches.name(value));
        assertThat(ask(REWRITTEN, "inInterface", value)).isEqualTo(Switches.inInterface(value));
    }

    @Test
    void aSwitchFindsNullAsBefore() throws Exception {
        assertThat(ask(REWRITTEN, "name", null)).isEqualTo("nothing");
        assertThatThrownBy(() -> ask(REWRITTEN, "inInterface", null)).hasCauseInstanceOf(NullPointerException.class);
    }

    @Test
    void noSwitchOverTypesOrConstantsIsLeft() throws Exception {
        byte[] before = bytes(Switches.class);
        byte[] after = PrelinkedClass.of(before);

        assertThat(bootstraps(before)).isGreaterThan(1);
        assertThat(bootstraps(after)).isEqualTo(1); // the one with labels that are texts
    }

    @Test
    void aClassWithoutSwitchesStaysAsItIs() throws Exception {
        byte[] bytes = bytes(PrelinkedClassTest.class);

        assertThat(PrelinkedClass.of(bytes)).isSameAs(bytes);
    }

    @Test
    void anOldClassIsRaisedAndStillRuns() throws Exception {
        ClassDesc self = ClassDesc.of("old.Sign");
        var type = MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int);
        byte[] old = ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS).build(self, writer -> writer.withVersion(
                        ClassFile.JAVA_5_VERSION, 0)
                .withFlags(ClassFile.ACC_PUBLIC)
                .withMethodBody("sign", type, ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC, code -> code.iload(0)
                        .ifThenElse(then -> then.iconst_1(), otherwise -> otherwise.iconst_0())
                        .ireturn()));

        byte[] raised = PrelinkedClass.of(old);

        assertThat(ClassFile.of().parse(raised).majorVersion()).isEqualTo(ClassFile.JAVA_8_VERSION);
        Class<?> loaded = new Rewritten().define(raised);
        assertThat(loaded.getMethod("sign", int.class).invoke(null, 5)).isEqualTo(1);
        assertThat(loaded.getMethod("sign", int.class).invoke(null, 0)).isEqualTo(0);
    }

    private static Object ask(ClassLoader loader, String method, Object value) throws Exception {
        var found = Arrays.stream(loader.loadClass(Switches.class.getName()).getDeclaredMethods())
                .filter(each -> each.getName().equals(method))
                .findFirst()
                .orElseThrow();
        found.setAccessible(true);
        return found.invoke(null, loader == REWRITTEN && value instanceof Switches.Pair(var a, var b) ? pair(a, b) : value);
    }

    private static Object pair(Object a, Object b) throws ReflectiveOperationException {
        var constructor = REWRITTEN.loadClass(Switches.Pair.class.getName()).getDeclaredConstructor(Object.class, Object.class);
        constructor.setAccessible(true);
        return constructor.newInstance(a, b);
    }

    private static long bootstraps(byte[] bytes) {
        return ClassFile.of().parse(bytes).methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .filter(element -> element instanceof java.lang.classfile.instruction.InvokeDynamicInstruction call
                        && call.name().stringValue().equals("typeSwitch"))
                .count();
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        String name = "/" + type.getName().replace('.', '/') + ".class";
        try (var in = Objects.requireNonNull(type.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }

    /** Loads the classes with switches anew. */
    private static final class Rewritten extends ClassLoader {
        Class<?> define(byte[] bytes) {
            return defineClass(null, bytes, 0, bytes.length);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(Switches.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            try {
                return define(PrelinkedClass.of(bytes(Class.forName(name))));
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
