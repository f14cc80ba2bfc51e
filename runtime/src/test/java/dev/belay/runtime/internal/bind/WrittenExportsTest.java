package dev.belay.runtime.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.component.type.ValueType;
import dev.belay.runtime.Component;
import dev.belay.runtime.ComponentFunction;
import dev.belay.runtime.Instance;
import dev.belay.runtime.Linker;
import dev.belay.runtime.TypedValues;
import dev.belay.runtime.value.ResultException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What a written class does with Java values, against what reflection and the interpreter of the canonical ABI do. */
class WrittenExportsTest {
    private static final String GUEST = "examples/guests/echo-values/echo-values.wasm";

    private static Instance instance;
    private static JavaValues written;
    private static JavaValues reflective;

    @BeforeContainer
    static void bind() throws IOException {
        instance = new Linker()
                .link(Component.load(Path.of(System.getProperty("belay.root", ".."), GUEST)))
                .instantiate();
        written = instance.bind(JavaValues.NAME, JavaValues.class);
        reflective = ExportProxy.of(JavaValues.NAME, JavaValues.class, functions());
    }

    @AfterContainer
    static void close() {
        instance.close();
    }

    private static Map<String, ComponentFunction> functions() {
        var functions = new HashMap<String, ComponentFunction>();
        for (Method method : ExportMethods.of(JavaValues.class)) {
            String name = name(method);
            functions.put(name, instance.function(JavaValues.NAME, name).orElseThrow());
        }
        return functions;
    }

    private static String name(Method method) {
        return method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    @Example
    void aClassIsWritten() {
        assertThat(Proxy.isProxyClass(written.getClass())).isFalse();
        assertThat(Proxy.isProxyClass(reflective.getClass())).isTrue();
        assertThat(written).hasToString(JavaValues.NAME).isNotEqualTo(instance.bind(JavaValues.NAME, JavaValues.class));
        assertThat(written.twice("ä")).isEqualTo("ä");
    }

    @Property(tries = 3_000)
    void bothPathsGiveTheSame(@ForAll("calls") Tuple2<Method, List<Object>> call) {
        String byClass = outcome(call.get1(), written, call.get2());
        assertThat(byClass).as(call.get1().getName()).isEqualTo(outcome(call.get1(), reflective, call.get2()));
        if (call.get2().size() == 1 && !call.get1().getName().startsWith("echoResult")) {
            assertThat(byClass).as(call.get1().getName()).isEqualTo(Shown.of(Optional.of(call.get2().getFirst())));
        }
    }

    private static String outcome(Method method, JavaValues values, List<Object> args) {
        try {
            return Shown.of(Optional.ofNullable(method.invoke(values, args.toArray())));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ResultException failure) {
                return "error " + Shown.of(failure.error());
            }
            throw new AssertionError(method + " of " + args, e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Provide
    Arbitrary<Tuple2<Method, List<Object>>> calls() {
        return Arbitraries.of(ExportMethods.of(JavaValues.class)).flatMap(method -> {
            var types = instance.function(JavaValues.NAME, name(method)).orElseThrow().type().params();
            if (types.isEmpty()) {
                return Arbitraries.just(Tuple.of(method, List.of()));
            }
            ValueType type = types.getFirst().type();
            return TypedValues.values(type)
                    .map(value -> Tuple.of(
                            method,
                            new ArrayList<>(
                                    List.of(JavaShapes.shape(value, type, method.getGenericParameterTypes()[0])))));
        });
    }

    @Example
    void numbersThatTheTypeHasNotAreRefused() {
        for (long each : new long[] {-1, 1L << 32, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> fresh().echoU32(each))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected u32, a number from 0 to 4294967295, found " + each);
        }
        assertThatThrownBy(() -> fresh().echoU8(256)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fresh().echoChar(0xd800)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fresh().echoString("a\ud800"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("half a surrogate pair");
        assertThatThrownBy(() -> fresh().echoString("\udc00?")).isInstanceOf(IllegalArgumentException.class);
    }

    private static JavaValues fresh() {
        return new Linker().link(instance.component()).instantiate().bind(JavaValues.NAME, JavaValues.class);
    }

    /** One method each that does not fit. */
    interface NoFunction {
        void frobnicate();
    }

    interface OtherArity {
        String echoString(String a, String b);
    }

    interface LacksField {
        record Person(String name) {}

        void echoPerson(Person value);
    }

    interface LacksConstant {
        enum Color {
            RED
        }

        Color echoColor(Color value);
    }

    interface OtherType {
        int echoString(int value);
    }

    @Example
    void whatDoesNotFitIsToldWhenItIsBound() {
        refused(NoFunction.class, "method frobnicate is no function of " + JavaValues.NAME);
        refused(OtherArity.class, "expected 1 parameters, as " + JavaValues.NAME + "#echo-string has, found 2");
        refused(LacksField.class, "expected a component 'age' in " + LacksField.Person.class.getName());
        refused(LacksConstant.class, "expected constant GREEN in " + LacksConstant.Color.class.getName());
        refused(OtherType.class, "echo-string");
    }

    private static void refused(Class<?> type, String message) {
        assertThatThrownBy(() -> instance.bind(JavaValues.NAME, type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
