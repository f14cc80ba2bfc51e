package dev.belay.wit.resolve;

import dev.belay.wit.syntax.Ast;
import java.util.List;

/**
 * An interface and where it was found.
 *
 * @param name qualified, with the version of its package; of an interface within a world, the world's name and its own
 */
public record ResolvedInterface(String name, List<Ast.InterfaceItem> items, FileScope scope) {}
