package dev.belay.compose;

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
     * @throws ComposeException if one of them is no valid component, if a plug meets no import, if two plugs could meet
     *     the same one, if they would need each other in a circle, or if types do not fit
     */
    public Composition compose() {
        var parts = new ArrayList<Part>();
        for (int i = 0; i < plugs.size(); i++) {
            parts.add(Part.of(names.get(i), plugs.get(i)));
        }
        return Assembly.of(Binding.of(Wiring.of(Part.of(socketName, socket), parts))).composition();
    }
}
