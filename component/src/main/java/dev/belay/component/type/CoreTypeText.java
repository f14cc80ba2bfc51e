package dev.belay.component.type;

import dev.belay.component.model.CoreType;

/** Core types as the core text format writes them, for messages. */
final class CoreTypeText {
    private CoreTypeText() {}

    static String of(CoreExternType type) {
        return switch (type) {
            case CoreExternType.Func t -> "func " + t.type().text();
            case CoreExternType.Table t -> "table " + limits(t.limits()) + " " + t.element().text();
            case CoreExternType.Memory t -> "memory " + limits(t.limits());
            case CoreExternType.Global t -> "global " + (t.mutable() ? "mut " : "") + t.type().text();
            case CoreExternType.Tag t -> "tag " + t.type().text();
        };
    }

    private static String limits(CoreType.Limits limits) {
        var text = new StringBuilder(limits.is64() ? "i64 " : "");
        text.append(Long.toUnsignedString(limits.min()));
        limits.max().ifPresent(max -> text.append(' ').append(Long.toUnsignedString(max)));
        limits.pageSizeLog2().ifPresent(log2 -> text.append(" (pagesize 2^").append(log2).append(')'));
        return text.append(limits.shared() ? " shared" : "").toString();
    }
}
