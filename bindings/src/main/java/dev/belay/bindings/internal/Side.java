package dev.belay.bindings.internal;

/** Whom sources are for. */
public enum Side {
    GUEST,
    HOST
}
