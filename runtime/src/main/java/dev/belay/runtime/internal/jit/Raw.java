package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.MixedBits;
import dev.belay.runtime.internal.typed.RawBits;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * Writes the ways between WebAssembly's values and arrays: of raw bits, or {@code mixed}, with references beside them. Whether
 * they are mixed is the caller's to say, since a function's parameters are as mixed as its results.
 */
final class Raw {
    private static final ClassDesc VECTOR = Kind.VECTOR.desc();
    private static final ClassDesc OBJECTS = ConstantDescs.CD_Object.arrayType();

    private Raw() {}

    static void toLong(CodeBuilder code, Kind kind) {
        RawBits.toLong(code, kind.jvm());
    }

    static void fromLong(CodeBuilder code, Kind kind) {
        RawBits.fromLong(code, kind.jvm());
    }

    /** What several results are, or {@code mixed} values. */
    static ClassDesc desc(boolean mixed) {
        return mixed ? MixedBits.VALUES : Descs.LONGS;
    }

    /** What a method gives for results. */
    static ClassDesc result(List<Kind> results) {
        return switch (results.size()) {
            case 0 -> Descs.VOID;
            case 1 -> results.getFirst().desc();
            default -> desc(Kind.hasReferences(results));
        };
    }

    private static int places(List<Kind> kinds) {
        return kinds.stream().mapToInt(Kind::places).sum();
    }

    /** Leaves, as an array, the values that follow each other in local variables from {@code slot} on. */
    static void pack(CodeBuilder code, List<Kind> kinds, int slot, boolean mixed) {
        if (mixed) {
            code.new_(MixedBits.VALUES).dup();
        }
        bits(code, kinds, slot);
        if (mixed) {
            references(code, kinds, slot);
            code.invokespecial(
                    MixedBits.VALUES,
                    ConstantDescs.INIT_NAME,
                    MethodTypeDesc.of(ConstantDescs.CD_void, Descs.LONGS, OBJECTS));
        }
    }

    private static void bits(CodeBuilder code, List<Kind> kinds, int slot) {
        code.loadConstant(places(kinds)).newarray(TypeKind.LONG);
        int at = slot;
        int place = 0;
        for (Kind kind : kinds) {
            switch (kind) {
                case REF -> {}
                case VECTOR -> {
                    code.dup().loadConstant(place).aload(at);
                    half(code, "low");
                    code.lastore().dup().loadConstant(place + 1).aload(at);
                    half(code, "high");
                    code.lastore();
                }
                default -> {
                    code.dup().loadConstant(place).loadLocal(kind.jvm(), at);
                    toLong(code, kind);
                    code.lastore();
                }
            }
            at += kind.slots();
            place += kind.places();
        }
    }

    private static void references(CodeBuilder code, List<Kind> kinds, int slot) {
        code.loadConstant(places(kinds)).anewarray(ConstantDescs.CD_Object);
        int at = slot;
        int place = 0;
        for (Kind kind : kinds) {
            if (kind == Kind.REF) {
                code.dup().loadConstant(place).aload(at).aastore();
            }
            at += kind.slots();
            place += kind.places();
        }
    }

    /** Leaves a half of the vector on the stack. */
    static void half(CodeBuilder code, String which) {
        code.invokevirtual(VECTOR, which, MethodTypeDesc.of(Descs.LONG));
    }

    /** Leaves the vector of the two halves on the stack. */
    static void vector(CodeBuilder code) {
        code.invokestatic(VECTOR, "of", MethodTypeDesc.of(VECTOR, Descs.LONG, Descs.LONG));
    }

    /** Leaves the values of the array that is in a local variable. */
    static void unpack(CodeBuilder code, List<Kind> kinds, int array, boolean mixed) {
        int place = 0;
        for (Kind kind : kinds) {
            switch (kind) {
                case REF -> code.aload(array)
                        .invokevirtual(MixedBits.VALUES, "references", MethodTypeDesc.of(OBJECTS))
                        .loadConstant(place)
                        .aaload();
                case VECTOR -> {
                    bit(code, array, place, mixed);
                    bit(code, array, place + 1, mixed);
                    vector(code);
                }
                default -> {
                    bit(code, array, place, mixed);
                    fromLong(code, kind);
                }
            }
            place += kind.places();
        }
    }

    private static void bit(CodeBuilder code, int array, int place, boolean mixed) {
        code.aload(array);
        if (mixed) {
            code.invokevirtual(MixedBits.VALUES, "bits", MethodTypeDesc.of(Descs.LONGS));
        }
        code.loadConstant(place).laload();
    }

    /**
     * Returns the array on the stack from a method that gives {@code results}.
     *
     * @param free a local variable that is free
     */
    static void returnArray(CodeBuilder code, List<Kind> results, boolean mixed, int free) {
        switch (results.size()) {
            case 0 -> code.pop().return_();
            case 1 -> {
                code.astore(free);
                unpack(code, results, free, mixed);
                code.return_(results.getFirst().jvm());
            }
            default -> {
                if (mixed && !Kind.hasReferences(results)) {
                    code.invokevirtual(MixedBits.VALUES, "bits", MethodTypeDesc.of(Descs.LONGS));
                }
                code.areturn();
            }
        }
    }

    /**
     * Leaves, as an array, what a call left on the stack.
     *
     * @param free a local variable from which on all are free
     */
    static void toArray(CodeBuilder code, List<Kind> results, boolean mixed, int free) {
        if (results.size() == 1) {
            code.storeLocal(results.getFirst().jvm(), free);
        }
        if (results.size() < 2) {
            pack(code, results, free, mixed);
        } else if (mixed && !Kind.hasReferences(results)) {
            code.invokestatic(MixedBits.VALUES, "of", MethodTypeDesc.of(MixedBits.VALUES, Descs.LONGS));
        }
    }
}
