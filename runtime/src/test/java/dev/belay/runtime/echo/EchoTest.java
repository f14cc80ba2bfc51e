package dev.belay.runtime.echo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.abi.Flattening;
import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.type.ValueType;
import dev.belay.runtime.Component;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.Linker;
import dev.belay.runtime.TypedValues;
import dev.belay.runtime.wave.Wave;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple.Tuple2;

/** Whatever value of whatever type, in each string encoding: a component that gives back what it got gives it back. */
class EchoTest {
    @Property(tries = 200)
    void valuesComeBackThroughMemory(
            @ForAll("typedValues") Tuple2<ValueType, Object> typed, @ForAll StringEncoding encoding) {
        ValueType type = EchoComponent.inMemory(typed.get1());
        comesBack(type, EchoComponent.of(type, encoding), inMemory(typed.get2()));
    }

    @Property(tries = 200)
    void valuesComeBackThroughComponentsOfTwoEncodings(
            @ForAll("typedValues") Tuple2<ValueType, Object> typed,
            @ForAll StringEncoding outer,
            @ForAll StringEncoding inner) {
        ValueType type = EchoComponent.inMemory(typed.get1());
        comesBack(type, EchoComponent.relayed(type, outer, inner), inMemory(typed.get2()));
    }

    private static Object inMemory(Object value) {
        var values = new ArrayList<>(Collections.<Object>nCopies(Flattening.MAX_FLAT_PARAMS, -1L));
        values.add(value);
        return values;
    }

    @Property(tries = 100)
    void valuesOfOneCoreValueComeBackWithoutMemory(
            @ForAll("flatValues") Tuple2<ValueType, Object> typed, @ForAll StringEncoding encoding) {
        comesBack(typed.get1(), EchoComponent.of(typed.get1(), encoding), typed.get2());
    }

    /** Compared as text, which tells all values apart but those that have several classes in Java. */
    private static void comesBack(ValueType type, ComponentBinary component, Object value) {
        assertThat(Wave.print(type, echo(type, component, value))).isEqualTo(Wave.print(type, value));
    }

    private static Object echo(ValueType type, ComponentBinary binary, Object value) {
        try (var instance = new Linker().link(Component.of(binary)).instantiate(InstanceState.empty(), Limits.defaults())) {
            var echo = instance.function("echo").orElseThrow();
            assertThat(echo.type().params()).extracting(ValueType.Field::type).isEqualTo(List.of(type));
            return echo.call(value).orElseThrow();
        }
    }

    @Provide
    Arbitrary<Tuple2<ValueType, Object>> typedValues() {
        return TypedValues.typedValues(3);
    }

    @Provide
    Arbitrary<Tuple2<ValueType, Object>> flatValues() {
        return TypedValues.typedValues(1).filter(typed -> Flattening.flatten(typed.get1()).size() == 1);
    }
}
