package dev.belay.component.model;

/** A constant of the value section: its type, and its encoding as the specification gives it. */
public record Value(ValTypeRef type, Bytes data) {}
