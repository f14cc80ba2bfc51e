package dev.belay.runtime.internal.bind;

import dev.belay.component.model.Primitive;
import dev.belay.component.type.ValueType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/** How a Java type holds the values of a component type. */
sealed interface Fit {
    ValueType type();

    /** What is on the stack. */
    Class<?> java();

    /** A boolean, number or character; {@code java} is a primitive type or its box. */
    record Scalar(Primitive primitive, Class<?> java) implements Fit {
        @Override
        public ValueType type() {
            return ValueType.of(primitive);
        }
    }

    record Text() implements Fit {
        @Override
        public ValueType type() {
            return ValueType.STRING;
        }

        @Override
        public Class<?> java() {
            return String.class;
        }
    }

    /** {@code list<u8>} as bytes. */
    record Bytes(ValueType type) implements Fit {
        @Override
        public Class<?> java() {
            return byte[].class;
        }
    }

    /** A list; {@code java} is {@link List}, another type that a list has, or an array. */
    record Items(ValueType type, Class<?> java, Fit element) implements Fit {}

    record Maybe(ValueType type, Fit payload) implements Fit {
        @Override
        public Class<?> java() {
            return Optional.class;
        }
    }

    /**
     * A Java record.
     *
     * @param fields in the component's order
     * @param order the field of each component
     */
    record Fields(ValueType type, Class<?> java, List<Field> fields, List<Integer> order) implements Fit {}

    /**
     * @param accessor empty for one that is lifted, since a guest may not give what is wrong, and that the Java record has not
     * @param index of its first flat value
     */
    record Field(Fit fit, Optional<Method> accessor, int offset, int index) {}

    /** A Java enum. */
    record Constants(ValueType type, Class<?> java, List<Enum<?>> constants) implements Fit {}

    /** A sealed interface of records, by case. */
    record Cases(ValueType type, Class<?> java, List<Case> cases) implements Fit {}

    record Case(Class<?> java, Optional<Payload> payload) {}

    record Payload(Fit fit, Method accessor) {}

    /**
     * Whatever else: {@linkplain Leaf moved} as a dynamic value.
     *
     * @param leaf its number
     */
    record Other(ValueType type, Class<?> java, int leaf) implements Fit {}
}
