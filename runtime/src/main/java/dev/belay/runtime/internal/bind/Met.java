package dev.belay.runtime.internal.bind;

import dev.belay.runtime.HostCall;
import dev.belay.runtime.internal.typed.RawCall;
import dev.belay.runtime.value.ResultException;

/** Makes what components call for an import that a Java object's method meets. Written classes are both this and the calls. */
public interface Met {
    /** @param target the object */
    RawCall meet(Object target, Guest guest, HostCall call);

    /** The value of an error that a method threw. */
    static Object error(ResultException thrown) {
        return thrown.error()
                .orElseThrow(() -> new IllegalArgumentException("expected an error with a value, found one without", thrown));
    }

    /** What to throw for what a method threw. */
    static Throwable failed(Throwable thrown) {
        return thrown instanceof RuntimeException || thrown instanceof Error ? thrown : new IllegalStateException(thrown);
    }
}
