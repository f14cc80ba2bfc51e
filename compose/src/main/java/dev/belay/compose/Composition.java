package dev.belay.compose;

import dev.belay.component.model.Bytes;
import java.util.List;

/**
 * A composed component.
 *
 * @param bytes its binary
 * @param links the imports that are met within it
 * @param imports the names that are left to import
 * @param exports the names that it exports: those of the socket
 */
public record Composition(Bytes bytes, List<Link> links, List<String> imports, List<String> exports) {
    public Composition {
        links = List.copyOf(links);
        imports = List.copyOf(imports);
        exports = List.copyOf(exports);
    }
}
