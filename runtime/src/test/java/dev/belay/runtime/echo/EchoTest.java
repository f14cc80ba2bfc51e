package dev.belay.runtime.echo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.abi.Flattening;
import dev.belay.component.model.CanonOption.StringEncoding;
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
    @Property(tries = 400)
    void valuesComeBackThroughMemory(
            @ForAll("typedValues") Tuple2<ValueType, Object> typed, @ForAll StringEncoding encoding) {
        var numbers = Collections.<Object>nCopies(Flattening.MAX_FLAT_PARAMS, -1L);
        var value = new ArrayList<>(numbers);
        value.add(typed.get2());
        comesBack(EchoComponent.inMemory(typed.get1()), encoding, value);
    }

    @Property(tries = 100)
    void valuesOfOneCoreValueComeBackWithoutMemory(
            @ForAll("flatValues") Tuple2<ValueType, Object> typed, @ForAll StringEncoding encoding) {
        comesBack(typed.get1(), encoding, typed.get2());
    }

    /** Compared as text, which tells all values apart but those that have several classes in Java. */
    private static void comesBack(ValueType type, StringEncoding encoding, Object value) {
        assertThat(Wave.print(type, echo(type, encoding, value))).isEqualTo(Wave.print(type, value));
    }

    private static Object echo(ValueType type, StringEncoding encoding, Object value) {
        var component = Component.of(EchoComponent.of(type, encoding));
        try (var instance = new Linker().link(component).instantiate(InstanceState.empty(), Limits.defaults())) {
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
