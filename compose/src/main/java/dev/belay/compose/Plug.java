package dev.belay.compose;

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
    private final String socketName;
    private final byte[] socket;
    private final List<String> names = new ArrayList<>();
    private final List<byte[]> plugs = new ArrayList<>();
    private final List<String> wrapNames = new ArrayList<>();
    private final List<byte[]> wraps = new ArrayList<>();

    private Plug(String socketName, byte[] socket) {
        this.socketName = socketName;
        this.socket = socket;
    }

    /**
     * @param name for messages
     * @param bytes must not be written to again
     */
    public static Plug socket(String name, byte[] bytes) {
        return new Plug(name, bytes);
    }

    /**
     * @param name for messages
     * @param bytes must not be written to again
     */
    public Plug plug(String name, byte[] bytes) {
        names.add(name);
        plugs.add(bytes);
        return this;
    }

    /**
     * Middleware: a component that imports and exports the same interface. Called again, each stands behind those before:
     * a call goes through them in this order. They stand between those who import the interface and those who export it
     * or, where nobody imports it, before the socket, which exports it.
     *
     * @param name for messages
     * @param bytes must not be written to again
     */
    public Plug wrap(String name, byte[] bytes) {
        wrapNames.add(name);
        wraps.add(bytes);
        return this;
    }

    /** Who gets what from whom, for people. */
    public Drawing drawing() {
        return new Drawing(graph());
    }

    /**
     * @throws ComposeException if one of them is no valid component, if a plug meets no import, if two plugs could meet
     *     the same one, if they would need each other in a circle, or if types do not fit
     */
    public Composition compose() {
        return Assembly.of(graph()).composition();
    }

    private Graph graph() {
        Middleware middleware = Middleware.of(parts(wrapNames, wraps));
        return Binding.of(Wiring.of(Part.of(socketName, socket), parts(names, plugs), middleware));
    }

    private static List<Part> parts(List<String> names, List<byte[]> bytes) {
        var parts = new ArrayList<Part>();
        for (int i = 0; i < names.size(); i++) {
            parts.add(Part.of(names.get(i), bytes.get(i)));
        }
        return parts;
    }
}
