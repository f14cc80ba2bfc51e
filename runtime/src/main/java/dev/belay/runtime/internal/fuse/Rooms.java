package dev.belay.runtime.internal.fuse;

import dev.belay.runtime.internal.typed.CallShape;
import dev.belay.runtime.internal.typed.ReallocCall;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes the methods that make room in the receiver's memory and move strings and lists there, for one way. Each class has
 * its own, since the JVM puts a receiver's {@code realloc} only into code that has called no others.
 */
final class Rooms {
    private static final ClassDesc INT = ConstantDescs.CD_int;
    private static final ClassDesc LONG = ConstantDescs.CD_long;
    private static final ClassDesc VOID = ConstantDescs.CD_void;
    private static final ClassDesc WAY = WayCalls.WAY;
    private static final ClassDesc REALLOC = ReallocCall.class.describeConstable().orElseThrow();

    private enum Method {
        /** Way, alignment, bytes. */
        ALLOCATE("room", MethodTypeDesc.of(INT, WAY, INT, INT)),
        /** Way, address, length in code units; gives both for the receiver. */
        STRING("string", MethodTypeDesc.of(LONG, WAY, INT, INT)),
        /** Way, source, target. */
        COPY_STRING("copyString", MethodTypeDesc.of(VOID, WAY, INT, INT)),
        /** Way, address, length, size and alignment of an element. */
        LIST("list", MethodTypeDesc.of(INT, WAY, INT, INT, INT, INT)),
        /** The same, and copies the elements. */
        PLAIN_LIST("plainList", MethodTypeDesc.of(INT, WAY, INT, INT, INT, INT)),
        /** Way, source, target, size and alignment of an element. */
        COPY_PLAIN_LIST("copyPlainList", MethodTypeDesc.of(VOID, WAY, INT, INT, INT, INT));

        private final String text;
        private final MethodTypeDesc desc;

        Method(String text, MethodTypeDesc desc) {
            this.text = text;
            this.desc = desc;
        }
    }

    private final ClassDesc owner;
    private final String prefix;
    private final Set<Method> used = EnumSet.noneOf(Method.class);

    /** @param prefix of the methods' names */
    Rooms(ClassDesc owner, String prefix) {
        this.owner = owner;
        this.prefix = prefix;
    }

    void allocate(CodeBuilder code) {
        call(code, Method.ALLOCATE);
    }

    void string(CodeBuilder code) {
        call(code, Method.STRING);
    }

    void copyString(CodeBuilder code) {
        call(code, Method.COPY_STRING);
    }

    void list(CodeBuilder code) {
        call(code, Method.LIST);
    }

    void plainList(CodeBuilder code) {
        call(code, Method.PLAIN_LIST);
    }

    void copyPlainList(CodeBuilder code) {
        call(code, Method.COPY_PLAIN_LIST);
    }

    private void call(CodeBuilder code, Method method) {
        used.add(method);
        code.invokestatic(owner, prefix + method.text, method.desc);
    }

    /** Writes the methods that were called, from the largest on: they call others. */
    void write(ClassBuilder writer) {
        write(writer, Method.COPY_PLAIN_LIST, this::writeCopyPlainList);
        write(writer, Method.PLAIN_LIST, this::writePlainList);
        write(writer, Method.LIST, this::writeList);
        write(writer, Method.COPY_STRING, this::writeCopyString);
        write(writer, Method.STRING, this::writeString);
        write(writer, Method.ALLOCATE, Rooms::writeAllocate);
    }

    private void write(ClassBuilder writer, Method method, Consumer<CodeBuilder> body) {
        if (used.contains(method)) {
            writer.withMethodBody(
                    prefix + method.text, method.desc, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC, body);
        }
    }

    private static void writeAllocate(CodeBuilder code) {
        int address = code.allocateLocal(TypeKind.INT);
        way(code, "beginAllocation", MethodTypeDesc.of(REALLOC));
        code.iconst_0().iconst_0().iload(1).iload(2);
        code.invokevirtual(REALLOC, CallShape.CALL, MethodTypeDesc.of(INT, INT, INT, INT, INT)).istore(address);
        code.aload(0).iload(address).iload(1).iload(2);
        code.invokevirtual(WAY, "endAllocation", MethodTypeDesc.of(VOID, INT, INT, INT));
        code.iload(address).ireturn();
    }

    private static void way(CodeBuilder code, String method, MethodTypeDesc desc) {
        code.aload(0).invokevirtual(WAY, method, desc);
    }

    private void writeString(CodeBuilder code) {
        Label asItIs = code.newLabel();
        int address = code.allocateLocal(TypeKind.INT);
        way(code, "isAsItIs", MethodTypeDesc.of(ConstantDescs.CD_boolean));
        code.ifne(asItIs);
        code.aload(0).iload(1).iload(2);
        code.invokevirtual(WAY, "encodedAnew", MethodTypeDesc.of(LONG, INT, INT)).lreturn();
        code.labelBinding(asItIs).aload(0).iload(1).iload(2);
        code.invokevirtual(WAY, "checkString", MethodTypeDesc.of(VOID, INT, INT));
        code.aload(0).iconst_1().iload(2);
        allocate(code);
        code.istore(address).aload(0).iload(1).iload(address).iload(2);
        code.invokevirtual(WAY, "copyBytes", MethodTypeDesc.of(VOID, INT, INT, INT));
        code.iload(address).i2l().loadConstant(0xffff_ffffL).land();
        code.iload(2).i2l().loadConstant(32).lshl().lor().lreturn();
    }

    private void writeCopyString(CodeBuilder code) {
        int moved = code.allocateLocal(TypeKind.LONG);
        code.aload(0);
        readPair(code, 1);
        string(code);
        code.lstore(moved).aload(0).iload(2).lload(moved);
        code.invokevirtual(WAY, "writeLong", MethodTypeDesc.of(VOID, INT, LONG)).return_();
    }

    /** Leaves the pointer and the length at the address that a variable holds. */
    private static void readPair(CodeBuilder code, int source) {
        code.aload(0).iload(source);
        WayCalls.readInt(code);
        code.aload(0).iload(source).iconst_4().iadd();
        WayCalls.readInt(code);
    }

    private void writeList(CodeBuilder code) {
        code.aload(0).iload(4);
        code.aload(0).iload(1).iload(2).iload(3).iload(4);
        code.invokevirtual(WAY, "checkList", MethodTypeDesc.of(INT, INT, INT, INT, INT));
        allocate(code);
        code.ireturn();
    }

    private void writePlainList(CodeBuilder code) {
        int moved = code.allocateLocal(TypeKind.INT);
        code.aload(0).iload(1).iload(2).iload(3).iload(4);
        list(code);
        code.istore(moved).aload(0).iload(1).iload(moved).iload(2).iload(3).imul();
        code.invokevirtual(WAY, "copyBytes", MethodTypeDesc.of(VOID, INT, INT, INT));
        code.iload(moved).ireturn();
    }

    private void writeCopyPlainList(CodeBuilder code) {
        int length = code.allocateLocal(TypeKind.INT);
        int moved = code.allocateLocal(TypeKind.INT);
        code.aload(0);
        readPair(code, 1);
        code.dup().istore(length).iload(3).iload(4);
        plainList(code);
        code.istore(moved).aload(0).iload(2).iload(moved);
        WayCalls.writeInt(code);
        code.aload(0).iload(2).iconst_4().iadd().iload(length);
        WayCalls.writeInt(code);
        code.return_();
    }
}
