package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.RawBits;
import java.lang.classfile.CodeBuilder;
import java.util.List;

/** {@link RawBits} of WebAssembly's kinds of values. */
final class Raw {
    private Raw() {}

    static void toLong(CodeBuilder code, Kind kind) {
        RawBits.toLong(code, kind.jvm());
    }

    static void fromLong(CodeBuilder code, Kind kind) {
        RawBits.fromLong(code, kind.jvm());
    }

    static void pack(CodeBuilder code, List<Kind> kinds, int slot) {
        RawBits.pack(code, Kind.jvm(kinds), slot);
    }

    static void unpack(CodeBuilder code, List<Kind> kinds, int array) {
        RawBits.unpack(code, Kind.jvm(kinds), array);
    }

    static void returnArray(CodeBuilder code, List<Kind> results) {
        RawBits.returnArray(code, Kind.jvm(results));
    }
}
