package dev.belay.runtime.internal.instance;

import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.abi.LiftContext;
import dev.belay.runtime.internal.abi.LowerContext;
import dev.belay.runtime.internal.abi.RuntimeResource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Handles in and out of one part's table, during one call. */
class PartHandles implements LiftContext.HandleLifter, LowerContext.HandleLowerer {
    private final Store store;
    private final Part part;
    private final CallScope scope;
    private @Nullable List<GuestResource> passing;

    /**
     * @param scope of a call into the part when lowering its arguments; of the call it makes when lifting them
     */
    PartHandles(Store store, Part part, CallScope scope) {
        this.store = store;
        this.part = part;
        this.scope = scope;
    }

    @Override
    public Object liftOwn(int index, RuntimeResource resource) {
        Handle handle = part.handles().get(index, resource);
        if (handle.isLent()) {
            throw new Trap(Trap.Kind.HANDLE_LENT);
        }
        if (!handle.isOwn()) {
            throw new Trap(Trap.Kind.HANDLE_NOT_OWNED);
        }
        part.handles().remove(index, resource);
        return outside(resource, handle.representation(), true);
    }

    @Override
    public Object liftBorrow(int index, RuntimeResource resource) {
        Handle handle = part.handles().get(index, resource);
        scope.lend(handle);
        return outside(resource, handle.representation(), false);
    }

    private Object outside(RuntimeResource resource, Object representation, boolean own) {
        if (resource.part().isEmpty()) {
            return representation;
        }
        var guest = new GuestResource(store, resource, representation, own);
        if (!own) {
            if (passing == null) {
                passing = new ArrayList<>(1);
            }
            passing.add(guest);
        }
        return guest;
    }

    @Override
    public int lowerOwn(Object value, RuntimeResource resource) {
        Object representation =
                value instanceof GuestResource guest && resource.part().isPresent()
                        ? guest.give(store, resource)
                        : hostObject(value, resource);
        return part.handles().add(Handle.own(resource, representation));
    }

    @Override
    public int lowerBorrow(Object value, RuntimeResource resource) {
        Object representation =
                value instanceof GuestResource guest && resource.part().isPresent()
                        ? guest.borrow(store, resource)
                        : hostObject(value, resource);
        if (resource.part().isPresent() && resource.part().getAsInt() == part.index()) {
            return (Integer) representation;
        }
        return part.handles().add(Handle.borrowed(resource, representation, scope));
    }

    /** What was lent to the host cannot be used from here on. */
    final void endBorrows() {
        if (passing != null) {
            passing.forEach(GuestResource::end);
        }
    }

    private static Object hostObject(Object value, RuntimeResource resource) {
        if (resource.part().isPresent()) {
            throw new IllegalArgumentException(
                    "expected a handle of the guest's " + resource.name() + ", found " + value.getClass().getName());
        }
        return value;
    }
}
