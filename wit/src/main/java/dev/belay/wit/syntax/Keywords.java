package dev.belay.wit.syntax;

import java.util.Set;

/** Words that name nothing unless written with a percent sign. */
final class Keywords {
    static final Set<String> PRIMITIVES = Set.of(
            "bool", "s8", "u8", "s16", "u16", "s32", "u32", "s64", "u64", "f32", "f64", "char", "string",
            "error-context");

    static final Set<String> ALL = Set.of(
            "as", "async", "bool", "borrow", "char", "constructor", "enum", "export", "f32", "f64", "flags", "from",
            "func", "future", "import", "include", "interface", "list", "map", "option", "own", "package", "record",
            "resource", "result", "s16", "s32", "s64", "s8", "static", "stream", "string", "tuple", "type", "u16",
            "u32", "u64", "u8", "use", "variant", "with", "world");

    private Keywords() {}
}
