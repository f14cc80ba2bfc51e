package dev.belay.compose;

import dev.belay.component.validate.ValidComponent;
import dev.belay.compose.internal.graph.Graph;
import dev.belay.compose.internal.graph.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * Meets the imports of a component, the socket, with the exports of others, the plugs:
 *
 * <pre>{@code
 * Composition app = Plug.socket("harness", harness).plug("validator", validator).compose();
 * }</pre>
 *
 * <p>An import is met by the plug that exports its very name or, where none does, by the highest version that is compatible
 * with it. Plugs meet each other's imports in the same way. What no plug exports is imported by the whole, once for all of
 * its parts; what the socket exports, the whole exports. A plug is instantiated once, however many it serves.
 */
public final class Plug {
    private final Part socket;
    private final List<Part> plugs = new ArrayList<>();
    private final List<Part> wraps = new ArrayList<>();

    private Plug(Part socket) {
        this.socket = socket;
    }

    /**
     * @param name for messages
     * @param bytes must not be written to again
     * @throws ComposeException if they are no valid component
     */
    public static Plug socket(String name, byte[] bytes) {
        return new Plug(Part.of(name, bytes));
    }

    /** @param name for messages */
    public static Plug socket(String name, ValidComponent component) {
        return new Plug(Part.of(name, component));
    }

    /**
     * @param name for messages
     * @param bytes must not be written to again
     * @throws ComposeException if they are no valid component
     */
    public Plug plug(String name, byte[] bytes) {
        plugs.add(Part.of(name, bytes));
        return this;
    }

    /** @param name for messages */
    public Plug plug(String name, ValidComponent component) {
        plugs.add(Part.of(name, component));
        return this;
    }

    /**
     * Middleware: a component that imports and exports the same interface. Called again, each stands behind those before:
     * a call goes through them in this order. They stand between those who import the interface and those who export it
     * or, where nobody imports it, before the socket, which exports it.
     *
     * @param name for messages
     * @param bytes must not be written to again
     * @throws ComposeException if they are no valid component
     */
    public Plug wrap(String name, byte[] bytes) {
        wraps.add(Part.of(name, bytes));
        return this;
    }

    /** As {@link #wrap(String, byte[])}. */
    public Plug wrap(String name, ValidComponent component) {
        wraps.add(Part.of(name, component));
        return this;
    }

    /** Who gets what from whom, for people. */
    public Drawing drawing() {
        return new Drawing(graph());
    }

    /**
     * @throws ComposeException if a plug meets no import, if two plugs could meet
     *     the same one, if they would need each other in a circle, or if types do not fit
     */
    public Composition compose() {
        return Assembly.of(graph());
    }

    private Graph graph() {
        return Binding.of(Wiring.of(socket, plugs, Middleware.of(wraps)));
    }
}
