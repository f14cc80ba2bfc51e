package dev.belay.wit.syntax;

/** A case of an enum, or a flag. */
public record Label(Meta meta, Id name) {}
