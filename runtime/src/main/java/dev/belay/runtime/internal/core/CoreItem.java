package dev.belay.runtime.internal.core;

import dev.belay.component.model.CoreType;
import dev.belay.runtime.internal.memory.LinearMemory;
import dev.belay.runtime.internal.typed.TypedCall;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a core instance can export, and import. */
public interface CoreItem {

    /** A core function. Values are raw bits: i32 and f32 in the low half, v128 as two longs. */
    interface Function extends CoreItem {
        long[] NOTHING = {};

        long[] call(long... args);

        /** The same, for code that knows the types; failures stay as the engine has them. */
        TypedCall typed();

        /** What to throw for what {@link #typed()} throws, where its failures are to be traps. */
        default RuntimeException failure(RuntimeException thrown) {
            return thrown;
        }
    }

    /** A core function that is not one of an engine's own: a lowered component function or a built-in. */
    final class HostFunction implements Function {
        private final HostType type;
        private final TypedCall.Body body;
        private @Nullable TypedCall made;

        public HostFunction(HostType type, TypedCall.Body body) {
            this.type = type;
            this.body = body;
        }

        public CoreType.Func type() {
            return type.type();
        }

        @Override
        public long[] call(long... args) {
            return body.call(args);
        }

        @Override
        public TypedCall typed() {
            TypedCall known = made;
            if (known == null) {
                known = type.call(body);
                made = known;
            }
            return known;
        }
    }

    /** A core function that is called by shape, and is not one of an engine's own. */
    final class TypedFunction implements Function {
        private final CoreType.Func type;
        private final Supplier<TypedCall> make;
        private @Nullable TypedCall made;

        /** @param make called once, when the function first is */
        public TypedFunction(CoreType.Func type, Supplier<TypedCall> make) {
            this.type = type;
            this.make = make;
        }

        public CoreType.Func type() {
            return type;
        }

        @Override
        public long[] call(long... args) {
            return typed().apply(args);
        }

        @Override
        public TypedCall typed() {
            TypedCall known = made;
            if (known == null) {
                known = make.get();
                made = known;
            }
            return known;
        }
    }

    /**
     * A function that goes on to another by a table, and the other once it is there.
     *
     * @param target empty until then
     * @param shape of both, for all instances
     */
    record Forwarder(Function shim, Supplier<Optional<Function>> target, SameShape shape) implements Function {
        @Override
        public long[] call(long... args) {
            return function().call(args);
        }

        @Override
        public TypedCall typed() {
            return function().typed();
        }

        @Override
        public RuntimeException failure(RuntimeException thrown) {
            return function().failure(thrown);
        }

        /** What is called: the shim itself where the table has a function of another type, which is a trap. */
        public Function function() {
            return target.get().filter(its -> shape.has(its, shim)).orElse(shim);
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
