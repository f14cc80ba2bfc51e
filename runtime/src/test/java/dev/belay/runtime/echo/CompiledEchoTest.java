package dev.belay.runtime.echo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ValueType;
import dev.belay.runtime.Component;
import dev.belay.runtime.ComponentFunction;
import dev.belay.runtime.Instance;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.Linker;
import dev.belay.runtime.TypedValues;
import dev.belay.runtime.wave.Wave;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/**
 * Random values through components that compilers made, which take them apart and put them together again: one whose glue is written
 * by hand, and one of each language that Belay generates glue for.
 */
class CompiledEchoTest {
    private static final List<String> GUESTS =
            List.of("echo-values", "echo-values-c", "echo-values-rust", "echo-values-zig", "echo-values-assemblyscript");
    private static final String INTERFACE = "belay:guests/values@0.1.0";

    /** In the order of their names. */
    private static final List<Component> COMPONENTS = new ArrayList<>();

    private static final Map<String, Instance> INSTANCES = new HashMap<>();

    @BeforeContainer
    static void load() throws IOException {
        Path guests = Path.of(System.getProperty("belay.root", ".."), "examples/guests");
        for (String guest : GUESTS) {
            Component component = Component.load(guests.resolve(guest).resolve(guest + ".wasm"));
            COMPONENTS.add(component);
            INSTANCES.put(guest, new Linker().link(component).instantiate(InstanceState.empty(), Limits.defaults()));
        }
    }

    @AfterContainer
    static void close() {
        INSTANCES.values().forEach(Instance::close);
    }

    @Property(tries = 3_000)
    void comesBackAsItWas(@ForAll("guests") String guest, @ForAll("calls") Tuple2<String, Object> call) {
        ComponentFunction echo = Objects.requireNonNull(INSTANCES.get(guest)).function(INTERFACE, call.get1()).orElseThrow();
        ValueType type = echo.type().result().orElseThrow();
        assertThat(Wave.print(type, echo.call(call.get2()).orElseThrow()))
                .as(guest + ", " + call.get1())
                .isEqualTo(Wave.print(type, call.get2()));
    }

    @Provide
    Arbitrary<String> guests() {
        return Arbitraries.of(GUESTS);
    }

    @Provide
    Arbitrary<Tuple2<String, Object>> calls() {
        var exports = ((ExternType.Instance) COMPONENTS.getFirst().type().exports().get(INTERFACE)).type();
        List<String> echoes = exports.exports().entrySet().stream()
                .filter(e -> e.getValue() instanceof ExternType.Func(var type) && isEcho(type))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(echoes).hasSizeGreaterThan(30);
        return Arbitraries.of(echoes)
                .flatMap(name -> TypedValues.values(parameter(exports, name)).map(value -> Tuple.of(name, value)));
    }

    private static ValueType parameter(InstanceType exports, String name) {
        return ((ExternType.Func) exports.exports().get(name)).type().params().getFirst().type();
    }

    /** Takes one value and gives one of the same type, without handles. */
    private static boolean isEcho(FunctionType type) {
        return type.params().size() == 1
                && type.result().filter(type.params().getFirst().type()::equals).isPresent()
                && !type.result().toString().contains("Own");
    }

    /** Resources that a component exports, made, lent, given and ended. */
    @Example
    void resourcesAreCounted() {
        INSTANCES.forEach((guest, instance) -> {
            Object a = call(instance, "[constructor]counter", 3L).orElseThrow();
            Object b = call(instance, "[constructor]counter", 4L).orElseThrow();
            assertThat(call(instance, "[method]counter.add", a, 10L)).as(guest).contains(13L);
            assertThat(call(instance, "[static]counter.sum", List.of(a, b, a))).as(guest).contains(30L);
            assertThat(call(instance, "peek", b)).as(guest).contains(4L);
            Object back = call(instance, "echo-counter", b).orElseThrow();
            List<?> both = (List<?>) call(instance, "echo-counters", List.of(a, back)).orElseThrow();
            Object merged = call(instance, "[static]counter.merge", both.get(0), both.get(1)).orElseThrow();
            assertThat(call(instance, "[method]counter.value", merged)).as(guest).contains(17L);
            assertThat(call(instance, "live-counters")).as(guest).contains(1L);
        });
    }

    private static Optional<Object> call(Instance instance, String function, Object... arguments) {
        return instance.function(INTERFACE, function).orElseThrow().call(arguments);
    }
}
