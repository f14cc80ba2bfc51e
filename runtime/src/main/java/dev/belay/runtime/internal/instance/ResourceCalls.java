package dev.belay.runtime.internal.instance;

import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.abi.RuntimeResource;
import dev.belay.runtime.internal.core.CoreItem;
import java.util.Optional;

/** {@code resource.new}, {@code resource.drop} and {@code resource.rep}. */
final class ResourceCalls {
    private ResourceCalls() {}

    static long[] create(Part part, RuntimeResource resource, int representation) {
        part.requireMayLeave();
        return new long[] {part.handles().add(Handle.own(resource, representation))};
    }

    static long[] representation(Part part, RuntimeResource resource, int index) {
        int representation = (Integer) part.handles().get(index, resource).representation();
        return new long[] {Integer.toUnsignedLong(representation)};
    }

    static long[] drop(Store store, Part part, RuntimeResource resource, int index) {
        part.requireMayLeave();
        Handle handle = part.handles().get(index, resource);
        if (handle.isLent()) {
            throw new Trap(Trap.Kind.HANDLE_LENT);
        }
        part.handles().remove(index, resource);
        if (handle.isOwn()) {
            destroy(store, resource, handle.representation(), Optional.of(part));
        } else {
            handle.endBorrow();
        }
        return CoreItem.Function.NOTHING;
    }

    /** Runs the destructor: the defining part's, entered like for any call, or the host's. */
    static void destroy(Store store, RuntimeResource resource, Object representation, Optional<Part> caller) {
        if (resource.part().isEmpty()) {
            resource.hostDestructor().accept(representation);
            return;
        }
        Part owner = store.part(resource.part().getAsInt());
        owner.enterFrom(caller);
        resource.guestDestructor()
                .ifPresent(dtor -> store.function(dtor).call(Integer.toUnsignedLong((Integer) representation)));
        owner.leaveTo(caller);
    }
}
