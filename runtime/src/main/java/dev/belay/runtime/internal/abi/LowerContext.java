package dev.belay.runtime.internal.abi;

import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.memory.LinearMemory;
import java.util.Optional;

/** What surrounds values on their way into a component. */
public final class LowerContext {
    private final Optional<LinearMemory> memory;
    private final Reallocator reallocator;
    private final StringEncoding encoding;
    private final HandleLowerer handles;

    public LowerContext(
            Optional<LinearMemory> memory,
            Reallocator reallocator,
            StringEncoding encoding,
            HandleLowerer handles) {
        this.memory = memory;
        this.reallocator = reallocator;
        this.encoding = encoding;
        this.handles = handles;
    }

    LinearMemory memory() {
        return memory.orElseThrow();
    }

    StringEncoding encoding() {
        return encoding;
    }

    HandleLowerer handles() {
        return handles;
    }

    /** Room for {@code bytes} bytes, checked to be aligned and in bounds. */
    int allocate(int alignment, long bytes) {
        return reallocate(0, 0, alignment, bytes);
    }

    int reallocate(int old, long oldBytes, int alignment, long bytes) {
        if (bytes > Integer.MAX_VALUE) {
            throw Trap.of(Trap.Kind.LIST_TOO_LONG, bytes + " bytes do not fit a 32-bit memory");
        }
        int address = reallocator.reallocate(old, (int) oldBytes, alignment, (int) bytes);
        if ((address & (alignment - 1)) != 0) {
            throw new Trap(Trap.Kind.REALLOC_UNALIGNED);
        }
        if (!memory().holds(Integer.toUnsignedLong(address), bytes)) {
            throw new Trap(Trap.Kind.REALLOC_RESULT);
        }
        return address;
    }

    /** The guest's {@code realloc}. */
    @FunctionalInterface
    public interface Reallocator {
        int reallocate(int old, int oldBytes, int alignment, int bytes);
    }

    /** Handles on their way into a component's table. */
    public interface HandleLowerer {
        int lowerOwn(Object value, RuntimeResource resource);

        int lowerBorrow(Object value, RuntimeResource resource);
    }
}
