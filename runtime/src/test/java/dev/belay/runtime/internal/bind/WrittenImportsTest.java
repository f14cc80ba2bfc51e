package dev.belay.runtime.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import dev.belay.runtime.Component;
import dev.belay.runtime.HostCall;
import dev.belay.runtime.HostFunction;
import dev.belay.runtime.Linker;
import dev.belay.runtime.TypedValues;
import dev.belay.runtime.echo.EchoComponent;
import dev.belay.runtime.wave.Wave;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Values that a component gives to a method of Java and gets back, by a written class and by reflection. */
class WrittenImportsTest {
    private static final ValueType SHAPE = new ValueType.Variant(List.of(
            new ValueType.Case("none", Optional.empty()),
            new ValueType.Case("radius", Optional.of(ValueType.F32)),
            new ValueType.Case("count", Optional.of(ValueType.U64)),
            new ValueType.Case("label", Optional.of(ValueType.STRING))));
    private static final ValueType COLOR = new ValueType.Enum(List.of("red", "dark-green"));
    /** Of more than 16 core values, so that it goes through memory. */
    private static final ValueType LARGE = new ValueType.Record(List.of(
            new ValueType.Field("name", ValueType.STRING),
            new ValueType.Field("is-on", ValueType.BOOL),
            new ValueType.Field("a", ValueType.S8),
            new ValueType.Field("b", ValueType.U16),
            new ValueType.Field("c", ValueType.U32),
            new ValueType.Field("d", ValueType.F64),
            new ValueType.Field("letter", ValueType.CHAR),
            new ValueType.Field("bytes", new ValueType.ListOf(ValueType.U8)),
            new ValueType.Field("shapes", new ValueType.ListOf(SHAPE)),
            new ValueType.Field("shape", SHAPE),
            new ValueType.Field("color", COLOR),
            new ValueType.Field("maybe", new ValueType.Option(ValueType.S64)),
            new ValueType.Field("pair", new ValueType.Tuple(List.of(ValueType.U8, ValueType.STRING))),
            new ValueType.Field("flags", new ValueType.Flags(List.of("x", "y-z")))));

    /** The Java of {@link #LARGE}, its components in another order. */
    public record Large(
            byte a,
            int b,
            long c,
            double d,
            String name,
            boolean isOn,
            int letter,
            byte[] bytes,
            List<Shape> shapes,
            Shape shape,
            Color color,
            Optional<Long> maybe,
            List<Object> pair,
            Object flags) {}

    /** The Java of {@link #SHAPE}. */
    public sealed interface Shape {
        record None() implements Shape {}

        record Radius(float value) implements Shape {}

        record Count(long value) implements Shape {}

        record Label(String value) implements Shape {}
    }

    /** The Java of {@link #COLOR}. */
    public enum Color {
        DARK_GREEN,
        RED
    }

    /** Gives back what it gets, and remembers it. */
    public static final class Echo {
        private Object seen = "";
        private Optional<HostCall> call = Optional.empty();

        public Large echo(HostCall by, Large value) {
            call = Optional.of(by);
            seen = value;
            return value;
        }
    }

    @Property(tries = 150)
    void bothPathsPassTheSame(@ForAll("larges") Object value, @ForAll StringEncoding encoding) {
        var type = new FunctionType(
                false, List.of(new ValueType.Field("value", LARGE)), Optional.of(LARGE));
        var component = Component.of(EchoComponent.importing(LARGE, encoding));
        var byClass = new Echo();
        BoundMethod method = HostObject.function(byClass, "echo", type);
        assertThat(method.written(type)).isPresent();
        assertThat(through(component, type, method, value)).isEqualTo(Wave.print(LARGE, value));
        var byReflection = new Echo();
        HostFunction reflective = HostObject.function(byReflection, "echo", type)::call;
        assertThat(through(component, type, reflective, value)).isEqualTo(Wave.print(LARGE, value));
        assertThat(Shown.of(byClass.seen)).isEqualTo(Shown.of(byReflection.seen));
        assertThat(byClass.call).isPresent();
    }

    private static String through(Component component, FunctionType type, HostFunction function, Object value) {
        try (var instance = new Linker().define("echo", type, function).link(component).instantiate()) {
            return Wave.print(LARGE, instance.function("echo").orElseThrow().call(value).orElseThrow());
        }
    }

    @Provide
    Arbitrary<Object> larges() {
        return TypedValues.values(LARGE);
    }

    /** Adds. */
    public static final class Adder {
        public long add(long a) {
            return a + 1 & 0xffff_ffffL;
        }
    }

    @Example
    void numbersGoWithoutMemory() {
        var type = new FunctionType(false, List.of(new ValueType.Field("a", ValueType.U32)), Optional.of(ValueType.U32));
        assertThat(HostObject.function(new Adder(), "add", type).written(type)).isPresent();
    }
}
