package dev.belay.compose.internal.wac.resolve;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.wit.WitBinary;
import dev.belay.compose.ComposeException;
import dev.belay.compose.Dependencies;
import dev.belay.compose.WacException;
import dev.belay.compose.WacProblem;
import dev.belay.compose.internal.graph.Part;
import dev.belay.compose.internal.wac.syntax.PackageRef;
import dev.belay.wit.error.Span;
import dev.belay.wit.file.Groups;
import dev.belay.wit.file.WitLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The packages that a composition names: components, and WIT. Each is read once. */
final class Packages {
    /** In bytes; as much as the command line reads. */
    private static final long MAX_SIZE = 256L << 20;

    private final Dependencies dependencies;
    private final Map<String, Part> components = new HashMap<>();
    private final Set<String> wit = new HashSet<>();
    private final Groups groups = new Groups();

    Packages(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    Part component(PackageRef ref) {
        String name = ref.toString();
        Part known = components.get(name);
        if (known != null) {
            return known;
        }
        Path path = find(name, ref.span());
        if (Files.isDirectory(path) || path.toString().endsWith(".wit")) {
            throw bad(ref.span(), name, "expected a component, found WIT: " + path);
        }
        byte[] bytes = bytes(name, path, ref.span());
        try {
            Part part = Part.of(name, bytes);
            if (WitBinary.isPackage(part.type())) {
                throw bad(ref.span(), name, "expected a component, found a package of WIT: " + path);
            }
            components.put(name, part);
            return part;
        } catch (ComposeException e) {
            throw bad(ref.span(), name, path + " is no valid component: " + e.getMessage());
        }
    }

    /** Makes the interfaces of a package known. Of a component, those are the ones that it imports and exports. */
    void addWit(String name, Span span) {
        if (!wit.add(name)) {
            return;
        }
        // WIT says its version itself, so that its place need not.
        int at = name.indexOf('@');
        Path path = dependencies
                .find(name)
                .or(() -> dependencies.find(at < 0 ? name : name.substring(0, at)))
                .orElseThrow(() -> unknown(name, span));
        if (Files.isDirectory(path) || path.toString().endsWith(".wit")) {
            groups.addMissing(WitLoader.groups(path, WitBinary::read));
            return;
        }
        byte[] bytes = bytes(name, path, span);
        try {
            var file = WitBinary.read(path, bytes);
            if (WitBinary.isPackage(bytes)) {
                var own = new Groups();
                own.addBinary(file);
                groups.addMissing(own);
            } else {
                groups.addParts(file);
            }
        } catch (InvalidComponentException e) {
            throw bad(span, name, path + " is neither WIT nor a valid component: " + e.getMessage());
        }
    }

    Groups wit() {
        return groups;
    }

    private Path find(String name, Span span) {
        return dependencies.find(name).orElseThrow(() -> unknown(name, span));
    }

    private WacException unknown(String name, Span span) {
        return new WacException(new WacProblem.UnknownPackage(span, name, dependencies.known()));
    }

    private static byte[] bytes(String name, Path path, Span span) {
        try {
            if (Files.size(path) > MAX_SIZE) {
                throw bad(span, name, path + " is too large: expected at most " + (MAX_SIZE >> 20) + " MiB");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            String why = Files.exists(path) ? "cannot be read" : "does not exist";
            throw bad(span, name, path + " " + why);
        }
    }

    private static WacException bad(Span span, String name, String why) {
        return new WacException(new WacProblem.BadPackage(span, name, why));
    }
}
