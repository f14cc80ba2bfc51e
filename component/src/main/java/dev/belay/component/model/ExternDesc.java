package dev.belay.component.model;

/** The type of an import or export, by index ({@code externtype} of the specification). */
public sealed interface ExternDesc {
    record CoreModule(int coreType) implements ExternDesc {}

    record Func(int type) implements ExternDesc {}

    /** {@code (value (eq i))}. */
    record ValueEq(int value) implements ExternDesc {}

    record ValueOf(ValTypeRef type) implements ExternDesc {}

    /** {@code (type (eq i))}. */
    record TypeEq(int type) implements ExternDesc {}

    /** {@code (type (sub resource))}: a fresh abstract resource type. */
    record SubResource() implements ExternDesc {}

    record Component(int type) implements ExternDesc {}

    record Instance(int type) implements ExternDesc {}
}
