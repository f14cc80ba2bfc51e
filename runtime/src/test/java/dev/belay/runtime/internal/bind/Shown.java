package dev.belay.runtime.internal.bind;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Java values as text that tells any two apart, arrays within them as well. */
final class Shown {
    private Shown() {}

    static String of(Object value) {
        return switch (value) {
            case Optional<?> o -> "Optional" + o.map(Shown::of).stream().toList();
            case Collection<?> c -> c.stream().map(Shown::of).toList().toString();
            case Record r -> r.getClass().getSimpleName()
                    + Arrays.stream(r.getClass().getRecordComponents())
                            .map(component -> of(read(r, component.getAccessor())))
                            .toList();
            case Object array when array.getClass().isArray() -> array(array).toString();
            default -> value.getClass().getSimpleName() + " " + value;
        };
    }

    private static List<String> array(Object array) {
        var shown = new ArrayList<String>();
        for (int i = 0; i < Array.getLength(array); i++) {
            shown.add(of(Array.get(array, i)));
        }
        return shown;
    }

    private static Object read(Record value, java.lang.reflect.Method accessor) {
        try {
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
