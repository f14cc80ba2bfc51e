package dev.belay.runtime.internal.core;

import dev.belay.component.model.CoreType;
import dev.belay.runtime.internal.memory.LinearMemory;

/** What a core instance can export, and import. */
public interface CoreItem {

    /** A core function. Values are raw bits: i32 and f32 in the low half, v128 as two longs. */
    interface Function extends CoreItem {
        long[] NOTHING = {};

        long[] call(long... args);
    }

    /** A core function that is not one of an engine's own: a lowered component function or a built-in. */
    record HostFunction(CoreType.Func type, Body body) implements Function {
        @Override
        public long[] call(long... args) {
            return body.call(args);
        }

        @FunctionalInterface
        public interface Body {
            long[] call(long[] args);
        }
    }

    /** A linear memory. */
    interface Memory extends CoreItem {
        LinearMemory memory();
    }

    /** A table, of use to its engine only. */
    interface Table extends CoreItem {}

    /** A global, of use to its engine only. */
    interface Global extends CoreItem {}

    /** An exception tag, of use to its engine only. */
    interface Tag extends CoreItem {}
}
