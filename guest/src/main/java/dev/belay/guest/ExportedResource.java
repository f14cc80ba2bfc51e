package dev.belay.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** A resource that the component implements: generated classes extend this one, and the component's own extend those. */
public abstract class ExportedResource implements AutoCloseable {
    /** By what stands for them outside, less one; null where one was dropped. */
    private static final List<@org.jspecify.annotations.Nullable ExportedResource> ALL = new ArrayList<>();

    private int rep;
    private int handle;
    private IntConsumer dropHandle = none -> {};

    /** Called when nobody outside has the resource any more. */
    protected void dropped() {}

    /** Drops the handle that came back with the object, if one did; then nobody outside has it. */
    @Override
    public final void close() {
        if (handle != 0) {
            dropHandle.accept(give()); // which comes back as drop
        }
    }

    /** For generated code: whether this component holds a handle to it that came back. */
    public final boolean isLent() {
        return handle != 0;
    }

    /** For generated code: the handle that came back, given away again. */
    public final int give() {
        int its = handle;
        handle = 0;
        return its;
    }

    /** For generated code: what stands for the object outside. */
    public final int represent() {
        if (rep == 0) {
            int free = ALL.indexOf(null);
            if (free < 0) {
                free = ALL.size();
                ALL.add(this);
            } else {
                ALL.set(free, this);
            }
            rep = free + 1;
        }
        return rep;
    }

    /** For generated code: the object that a number stands for. */
    public static ExportedResource of(int rep) {
        ExportedResource found = rep > 0 && rep <= ALL.size() ? ALL.get(rep - 1) : null;
        if (found == null) {
            throw Cabi.trap();
        }
        return found;
    }

    /** For generated code: an object whose handle came back. */
    public static ExportedResource received(int handle, int rep, IntConsumer dropHandle) {
        ExportedResource found = of(rep);
        found.handle = handle;
        found.dropHandle = dropHandle;
        return found;
    }

    /** For generated code: the destructor. */
    public static void drop(int rep) {
        ExportedResource found = of(rep);
        ALL.set(rep - 1, null);
        found.rep = 0;
        found.handle = 0;
        found.dropped();
    }
}
