package dev.belay.runtime.internal.instance;

import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.abi.RuntimeResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A part's handles by index ({@code Table} of the specification): 0 is never used, free indices are used again first. */
final class HandleTable {
    private final int limit;
    private final List<@Nullable Handle> handles = new ArrayList<>();
    private final List<Integer> free = new ArrayList<>();

    HandleTable(int limit) {
        this.limit = limit;
        handles.add(null);
    }

    int add(Handle handle) {
        if (!free.isEmpty()) {
            int index = free.removeLast();
            handles.set(index, handle);
            return index;
        }
        if (handles.size() > limit) {
            throw Trap.of(Trap.Kind.TOO_MANY_HANDLES, "the limit is " + limit);
        }
        handles.add(handle);
        return handles.size() - 1;
    }

    Handle get(int index, RuntimeResource resource) {
        Handle handle = index > 0 && index < handles.size() ? handles.get(index) : null;
        if (handle == null) {
            throw Trap.of(Trap.Kind.UNKNOWN_HANDLE, Integer.toUnsignedString(index));
        }
        if (handle.resource() != resource) {
            throw Trap.of(
                    Trap.Kind.HANDLE_TYPE,
                    "expected " + resource.name() + ", found " + handle.resource().name());
        }
        return handle;
    }

    Handle remove(int index, RuntimeResource resource) {
        Handle handle = get(index, resource);
        handles.set(index, null);
        free.add(index);
        return handle;
    }

    Stream<Handle> all() {
        return handles.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
