package dev.belay.conformance;

import dev.belay.conformance.Directive.Action;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What runs the directives of a script: one for components and one for core modules, for they differ in their values. */
interface Machine {
    /**
     * Decodes and validates; the result is the latest definition, also under {@code name}.
     *
     * @throws Refusal if the binary is malformed or invalid
     */
    void define(byte[] binary, Optional<String> name);

    /**
     * Makes an instance of a definition, of the latest if none is named; it becomes the current one, also under {@code
     * name}.
     *
     * @throws Refusal if it cannot be linked
     * @throws GuestTrap if it traps
     */
    void instantiate(Optional<String> name, Optional<String> definition);

    /** Whether something could give the latest definition what it imports. */
    boolean canInstantiate();

    /** Lets later modules import an instance. */
    void register(Optional<String> instance, String as);

    /**
     * @throws GuestTrap if it traps
     */
    List<Object> perform(Action action);

    /**
     * @param found what an action gave
     * @return whether that is what was expected
     */
    boolean matches(List<JsonNode> expected, List<Object> found);

    /** The binary is not accepted: it is malformed or invalid, or its imports are not met. */
    final class Refusal extends RuntimeException {
        private final boolean linking;

        Refusal(String message, boolean linking, Throwable cause) {
            super(message, cause);
            this.linking = linking;
        }

        boolean isLinking() {
            return linking;
        }
    }

    /** Guest code trapped, or ended with an exception. */
    final class GuestTrap extends RuntimeException {
        GuestTrap(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
