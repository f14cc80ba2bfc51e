package dev.belay.compose.internal.graph;

/** Something that can be an argument or an export. */
public sealed interface Value {
    /** @param name under which it was declared; what the whole imports can be a compatible version of it */
    record Imported(String name) implements Value {}

    /** A type that the whole defines, and exports by that name. */
    record Defined(String name) implements Value {}

    /** All that a node exports, as an instance. */
    record Whole(Node node) implements Value {}

    /** One export of an instance. */
    record Exported(Value instance, String name) implements Value {}
}
