package dev.belay.wit.resolve;

import dev.belay.wit.syntax.Ast;
import java.util.Map;

/**
 * What a path without a package means in one file: its package's interfaces and worlds, and what the file's own {@code use}
 * brings in.
 */
public record FileScope(PackageId home, Map<String, Ast.Path> used) {
    public FileScope {
        used = Map.copyOf(used);
    }
}
