package dev.belay.runtime.wave;

import dev.belay.component.type.ValueType;

/** Reads and writes component values as WAVE text. */
public final class Wave {
    private Wave() {}

    /**
     * @return a Java value, as {@link dev.belay.runtime.value} says
     * @throws WaveException if the text is no value of the type, or something follows it
     */
    public static Object parse(ValueType type, String text) {
        var in = new Scanner(text, 0);
        Object value = new Reader(in).read(type);
        in.skipSpace();
        if (!in.atEnd()) {
            throw in.expected("nothing after the value");
        }
        return value;
    }

    /**
     * The text that {@link #parse} gives the value for. Handles, streams and futures, which cannot be read back, are
     * shown in angle brackets.
     *
     * @throws IllegalArgumentException if the value is none of the type
     */
    public static String print(ValueType type, Object value) {
        var writer = new Writer();
        writer.write(type, value);
        return writer.text();
    }
}
