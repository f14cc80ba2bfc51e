package dev.belay.compose;

import dev.belay.component.model.Bytes;
import dev.belay.component.validate.ValidComponent;
import java.util.List;

/**
 * A composed component.
 *
 * @param component what it is: its parts were checked, and how they were put together
 * @param links the imports that are met within it
 * @param imports the names that are left to import
 * @param exports the names that it exports: those of the socket
 */
public record Composition(ValidComponent component, List<Link> links, List<String> imports, List<String> exports) {
    public Composition {
        links = List.copyOf(links);
        imports = List.copyOf(imports);
        exports = List.copyOf(exports);
    }

    /** Its binary. */
    public Bytes bytes() {
        return component.bytes();
    }
}
