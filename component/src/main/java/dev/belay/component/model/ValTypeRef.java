package dev.belay.component.model;

/** A value type as written: a primitive, or the index of a type definition. */
public sealed interface ValTypeRef {
    record Prim(Primitive type) implements ValTypeRef {}

    record Index(int type) implements ValTypeRef {}
}
