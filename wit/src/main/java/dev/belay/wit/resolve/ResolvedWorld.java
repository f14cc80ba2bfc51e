package dev.belay.wit.resolve;

import dev.belay.wit.syntax.Ast;

/** A world and where it was found. */
public record ResolvedWorld(String name, Ast.World world, FileScope scope) {}
