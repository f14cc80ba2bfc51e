package dev.belay.runtime.internal.abi;

import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.runtime.internal.memory.LinearMemory;
import java.util.Optional;

/** Strings from one component to another that wants another encoding. */
public final class StringPassing {
    private StringPassing() {}

    /**
     * @param units the length in code units, tagged where the encoding has a tag
     * @return the pointer, and in the high half the (tagged) length in code units
     */
    public static long pass(
            LinearMemory from,
            StringEncoding encoding,
            int address,
            int units,
            LinearMemory to,
            StringEncoding wanted,
            LowerContext.Reallocator reallocator) {
        var lifting = new LiftContext(Optional.of(from), encoding, NoHandles.INSTANCE, true);
        var lowering = new LowerContext(Optional.of(to), reallocator, wanted, NoHandles.INSTANCE);
        return StringLowering.lower(lowering, StringLifting.lift(lifting, address, units));
    }

    private enum NoHandles implements LiftContext.HandleLifter, LowerContext.HandleLowerer {
        INSTANCE;

        @Override
        public Object liftOwn(int index, RuntimeResource resource) {
            throw none();
        }

        @Override
        public Object liftBorrow(int index, RuntimeResource resource) {
            throw none();
        }

        @Override
        public int lowerOwn(Object value, RuntimeResource resource) {
            throw none();
        }

        @Override
        public int lowerBorrow(Object value, RuntimeResource resource) {
            throw none();
        }

        private static IllegalStateException none() {
            return new IllegalStateException("a string is no handle");
        }
    }
}
