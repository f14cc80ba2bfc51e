package dev.belay.runtime.internal.core;

import java.util.Map;

/**
 * What modules do of which tools make pairs where functions are needed before there are any: one whose functions call by a
 * table, and one that fills the table when the functions exist.
 */
public final class TableCalls {
    private TableCalls() {}

    /**
     * A module that defines and exports one table, which nothing in the module writes to or fills, and whose functions all do
     * nothing but to call an element of it with their own parameters.
     *
     * @param table the name it is exported by
     * @param elements what each exported function calls, by the function's name
     */
    public record Shim(String table, Map<String, Integer> elements) {
        public Shim {
            elements = Map.copyOf(elements);
        }
    }

    /**
     * A module that does nothing but to put imported functions into an imported table, and to start one: no functions of its
     * own, no exports.
     *
     * @param functions by element
     */
    public record Filling(Import table, Map<Integer, Import> functions) {
        public Filling {
            functions = Map.copyOf(functions);
        }
    }

    /** The two names of an import. */
    public record Import(String module, String name) {}
}
