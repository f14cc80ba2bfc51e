package dev.belay.runtime.internal.bind;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code belay:guests/values} in Java, in types of all kinds. */
interface JavaValues {
    String NAME = "belay:guests/values@0.1.0";

    record Person(String name, short age, List<Integer> scores, boolean active, float height, Optional<String> email) {}

    sealed interface Shape {
        record Point() implements Shape {}

        record Count(long value) implements Shape {}

        record Radius(float value) implements Shape {}

        record Side(Double value) implements Shape {}

        record Id(long value) implements Shape {}

        record Label(String value) implements Shape {}

        record Corners(List<Float> value) implements Shape {}
    }

    enum Color {
        BLUE,
        GREEN,
        RED
    }

    enum Permissions {
        READ,
        WRITE,
        EXECUTE
    }

    void nothing();

    boolean echoBool(boolean value);

    int echoU8(int value);

    Integer echoU16(Integer value);

    long echoU32(long value);

    long echoU64(long value);

    byte echoS8(byte value);

    short echoS16(short value);

    int echoS32(int value);

    Long echoS64(Long value);

    float echoF32(float value);

    double echoF64(double value);

    int echoChar(int value);

    String echoString(String value);

    byte[] echoBytes(byte[] value);

    boolean[] echoBools(boolean[] value);

    int[] echoU16s(int[] value);

    List<Long> echoS64s(List<Long> value);

    double[] echoF64s(double[] value);

    List<Integer> echoChars(List<Integer> value);

    String[] echoStrings(String[] value);

    List<List<String>> echoNested(List<List<String>> value);

    List<Object> echoPairs(List<Object> value);

    Object echoTuple(Object value);

    Person echoPerson(Person value);

    Person[] echoPeople(Person[] value);

    Shape echoShape(Shape value);

    List<Shape> echoShapes(List<Shape> value);

    Color echoColor(Color value);

    Set<Permissions> echoPermissions(Set<Permissions> value);

    Optional<Long> echoOption(Optional<Long> value);

    Optional<String> echoOptionString(Optional<String> value);

    Optional<Optional<Short>> echoOptionOption(Optional<Optional<Short>> value);

    String echoResult(Object value);

    dev.belay.runtime.value.ResultValue echoResultMixed(dev.belay.runtime.value.ResultValue value);

    short echoResultOk(Object value);

    void echoResultErr(Object value);

    void echoResultEmpty(Object value);

    /** A method of its own, with a body. */
    default String twice(String value) {
        return echoString(echoString(value));
    }
}
