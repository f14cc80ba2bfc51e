package dev.belay.compose.internal.componentize;

import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ResourceType;
import java.util.Optional;

/** What meets an import of a core module. */
sealed interface CoreImport {
    /**
     * A function that the world imports.
     *
     * @param instance the import of an instance whose export it is; empty for a function of the world itself
     */
    record Lowered(Optional<String> instance, String function, FunctionType type, boolean async) implements CoreImport {}

    /** @param resource imported, or exported by the component itself */
    record ResourceDrop(ResourceType resource) implements CoreImport {}

    record ResourceNew(ResourceType resource) implements CoreImport {}

    record ResourceRep(ResourceType resource) implements CoreImport {}

    /** An export of an adapter. */
    record OfAdapter(String adapter, String name) implements CoreImport {}

    /** An export of the main module, for an adapter. */
    record OfMain(String name) implements CoreImport {}

    /** A function that reaches the main module's memory, for an adapter that has one of its own. */
    record OfMainMemory(String name) implements CoreImport {}

    /** The memory of the main module. */
    record Memory() implements CoreImport {}
}
