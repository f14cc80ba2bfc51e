package dev.belay.runtime.internal.abi;

import dev.belay.component.type.ValueType;

/** Handles: indices of the component's table. */
final class HandleAbi extends AbiType {
    private final RuntimeResource resource;
    private final boolean own;

    HandleAbi(ValueType type, RuntimeResource resource, boolean own) {
        super(type);
        this.resource = resource;
        this.own = own;
    }

    @Override
    Object load(LiftContext context, int address) {
        return lift(context, context.memory().readInt(address));
    }

    @Override
    void store(LowerContext context, Object value, int address) {
        context.memory().writeInt(address, lower(context, value));
    }

    @Override
    Object lift(LiftContext context, Flat flat) {
        return lift(context, flat.nextInt());
    }

    @Override
    void lower(LowerContext context, Object value, Flat flat) {
        flat.putInt(lower(context, value));
    }

    private Object lift(LiftContext context, int index) {
        return own ? context.handles().liftOwn(index, resource) : context.handles().liftBorrow(index, resource);
    }

    private int lower(LowerContext context, Object value) {
        return own ? context.handles().lowerOwn(value, resource) : context.handles().lowerBorrow(value, resource);
    }
}
