package dev.belay.component.abi;

import dev.belay.component.model.CoreValType;

/** What addresses and sizes of a linear memory are: {@code memory.addrtype} of the specification. */
public enum AddressType {
    I32(4, CoreValType.I32),
    I64(8, CoreValType.I64);

    private final int size;
    private final CoreValType core;

    AddressType(int size, CoreValType core) {
        this.size = size;
        this.core = core;
    }

    /** Bytes of a pointer. */
    public int size() {
        return size;
    }

    public CoreValType core() {
        return core;
    }
}
