package dev.belay.runtime.internal.instance;

import dev.belay.runtime.internal.abi.RuntimeResource;
import dev.belay.runtime.value.ResourceHandle;

/** A guest's resource in the hands of the host, or on its way from one part to another. */
final class GuestResource implements ResourceHandle {
    private final Store store;
    private final RuntimeResource resource;
    private final Object representation;
    private final boolean owned;
    private boolean gone;

    GuestResource(Store store, RuntimeResource resource, Object representation, boolean owned) {
        this.store = store;
        this.resource = resource;
        this.representation = representation;
        this.owned = owned;
    }

    @Override
    public boolean owned() {
        return owned;
    }

    /** The representation, to lend. */
    Object borrow(Store by, RuntimeResource as) {
        check(by, as);
        return representation;
    }

    /** The representation, given away. */
    Object give(Store by, RuntimeResource as) {
        check(by, as);
        if (!owned) {
            throw new IllegalArgumentException("expected an owned " + as.name() + ", found a borrowed one");
        }
        gone = true;
        return representation;
    }

    void end() {
        gone = true;
    }

    @Override
    public void close() {
        if (owned && !gone) {
            gone = true;
            store.drop(resource, representation);
        }
    }

    private void check(Store by, RuntimeResource as) {
        if (gone) {
            throw new IllegalStateException(resource.name() + " was dropped, given away or only lent for a call that is over");
        }
        if (by != store || as != resource) {
            throw new IllegalArgumentException(
                    "expected " + as.name() + " of this instance, found " + resource.name() + " of another");
        }
    }
}
