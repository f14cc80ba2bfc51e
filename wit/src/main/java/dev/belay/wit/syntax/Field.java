package dev.belay.wit.syntax;

/** A name with a type: a record's field or a function's parameter (which has no documentation of its own). */
public record Field(Meta meta, Id name, TypeExpr type) {}
