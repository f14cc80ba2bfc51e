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
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Random values through a component that a compiler made, which takes them apart and puts them together again. */
class RustEchoTest {
    private static final String GUEST = "examples/guests/echo-values/echo-values.wasm";
    private static final String INTERFACE = "belay:guests/values@0.1.0";

    private static Component component;
    private static Instance instance;

    @BeforeContainer
    static void load() throws IOException {
        component = Component.load(Path.of(System.getProperty("belay.root", ".."), GUEST));
        instance = new Linker().link(component).instantiate(InstanceState.empty(), Limits.defaults());
    }

    @AfterContainer
    static void close() {
        instance.close();
    }

    @Property(tries = 1_000)
    void comesBackAsItWas(@ForAll("calls") Tuple2<String, Object> call) {
        ComponentFunction echo = instance.function(INTERFACE, call.get1()).orElseThrow();
        ValueType type = echo.type().result().orElseThrow();
        assertThat(Wave.print(type, echo.call(call.get2()).orElseThrow()))
                .as(call.get1())
                .isEqualTo(Wave.print(type, call.get2()));
    }

    @Provide
    Arbitrary<Tuple2<String, Object>> calls() {
        var exports = ((ExternType.Instance) component.type().exports().get(INTERFACE)).type();
        List<String> echoes = exports.exports().entrySet().stream()
                .filter(e -> e.getValue() instanceof ExternType.Func(var type) && isEcho(type))
                .map(java.util.Map.Entry::getKey)
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
}
