package dev.belay.runtime.internal.bind;

import dev.belay.component.model.Primitive;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;

/** Writes the ways between Java's booleans, numbers and characters and the bits that a component has for them. */
final class ScalarMoves {
    private static final ClassDesc SCALARS = Scalars.class.describeConstable().orElseThrow();
    private static final ClassDesc INT = ConstantDescs.CD_int;
    private static final ClassDesc LONG = ConstantDescs.CD_long;

    private ScalarMoves() {}

    /** In bytes. */
    static int size(Primitive primitive) {
        return switch (primitive) {
            case BOOL, S8, U8 -> 1;
            case S16, U16 -> 2;
            case S32, U32, F32, CHAR -> 4;
            case S64, U64, F64 -> 8;
            case STRING, ERROR_CONTEXT -> throw new IllegalArgumentException(primitive.text());
        };
    }

    /** The Java value on the stack as bits. */
    static void toBits(CodeBuilder code, Fit.Scalar fit) {
        Class<?> primitive = unbox(code, fit.java());
        switch (fit.primitive()) {
            case BOOL -> code.i2l();
            case F32 -> scalars(code, "bits", LONG, ConstantDescs.CD_float);
            case F64 -> scalars(code, "bits", LONG, ConstantDescs.CD_double);
            case CHAR -> scalars(code, "scalar", LONG, INT);
            default -> {
                if (primitive != long.class) {
                    code.i2l();
                }
                check(code, fit.primitive(), primitive);
            }
        }
    }

    private static void check(CodeBuilder code, Primitive type, Class<?> java) {
        long min = min(type);
        long max = max(type);
        if (min > min(java) || max < max(java)) {
            code.loadConstant(min).loadConstant(max).loadConstant(type.text());
            scalars(code, "within", LONG, LONG, LONG, LONG, ConstantDescs.CD_String);
        }
    }

    private static long min(Primitive type) {
        return switch (type) {
            case S8 -> Byte.MIN_VALUE;
            case S16 -> Short.MIN_VALUE;
            case S32 -> Integer.MIN_VALUE;
            case S64, U64 -> Long.MIN_VALUE;
            default -> 0;
        };
    }

    private static long max(Primitive type) {
        return switch (type) {
            case S8 -> Byte.MAX_VALUE;
            case U8 -> 0xff;
            case S16 -> Short.MAX_VALUE;
            case U16 -> 0xffff;
            case S32 -> Integer.MAX_VALUE;
            case U32 -> 0xffff_ffffL;
            default -> Long.MAX_VALUE;
        };
    }

    private static long min(Class<?> java) {
        return -max(java) - 1;
    }

    private static long max(Class<?> java) {
        return java == byte.class
                ? Byte.MAX_VALUE
                : java == short.class ? Short.MAX_VALUE : java == int.class ? Integer.MAX_VALUE : Long.MAX_VALUE;
    }

    /** The bits on the stack as a Java value. */
    static void fromBits(CodeBuilder code, Fit.Scalar fit) {
        Class<?> primitive = MethodType.methodType(fit.java()).unwrap().returnType();
        switch (fit.primitive()) {
            case BOOL -> scalars(code, "truth", ConstantDescs.CD_boolean, LONG);
            case F32 -> scalars(code, "float32", ConstantDescs.CD_float, LONG);
            case F64 -> scalars(code, "float64", ConstantDescs.CD_double, LONG);
            case CHAR -> {
                scalars(code, "character", INT, LONG);
                if (primitive == char.class) {
                    code.i2c();
                }
            }
            default -> {
                extend(code, fit.primitive());
                narrow(code, fit.primitive(), primitive);
            }
        }
        box(code, fit.java());
    }

    private static void extend(CodeBuilder code, Primitive type) {
        switch (type) {
            case S8 -> code.l2i().i2b().i2l();
            case U8 -> code.loadConstant(0xffL).land();
            case S16 -> code.l2i().i2s().i2l();
            case U16 -> code.loadConstant(0xffffL).land();
            case S32 -> code.l2i().i2l();
            case U32 -> code.loadConstant(0xffff_ffffL).land();
            default -> {}
        }
    }

    private static void narrow(CodeBuilder code, Primitive type, Class<?> java) {
        if (java == long.class) {
            return;
        }
        boolean fits = min(type) >= min(java) && max(type) <= max(java);
        if (java == int.class) {
            narrow(code, fits, "toInt", INT);
        } else if (java == short.class) {
            narrow(code, fits, "toShort", ConstantDescs.CD_short);
        } else {
            narrow(code, fits, "toByte", ConstantDescs.CD_byte);
        }
    }

    private static void narrow(CodeBuilder code, boolean fits, String method, ClassDesc java) {
        if (fits) {
            code.l2i();
        } else {
            scalars(code, method, java, LONG);
        }
    }

    private static void scalars(CodeBuilder code, String method, ClassDesc result, ClassDesc... params) {
        code.invokestatic(SCALARS, method, MethodTypeDesc.of(result, params));
    }

    /** @return the primitive type */
    private static Class<?> unbox(CodeBuilder code, Class<?> java) {
        Class<?> primitive = MethodType.methodType(java).unwrap().returnType();
        if (primitive != java) {
            code.invokevirtual(
                    Writing.desc(java), primitive.getName() + "Value", MethodTypeDesc.of(Writing.desc(primitive)));
        }
        return primitive;
    }

    private static void box(CodeBuilder code, Class<?> java) {
        Class<?> primitive = MethodType.methodType(java).unwrap().returnType();
        if (primitive != java) {
            code.invokestatic(
                    Writing.desc(java), "valueOf", MethodTypeDesc.of(Writing.desc(java), Writing.desc(primitive)));
        }
    }
}
