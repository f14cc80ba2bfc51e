package dev.belay.runtime.internal.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.FieldType;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.PackedType;
import run.endive.wasm.types.StorageType;

/** Writes the instructions on structs, arrays and small numbers of the garbage-collected heap. See {@link Heap}. */
final class HeapWriter {
    private static final ClassDesc HEAP = Descs.of(Heap.class);
    private static final ClassDesc OBJECT = ConstantDescs.CD_Object;
    private static final ClassDesc OBJECTS = OBJECT.arrayType();

    private final Emitter emitter;
    private final ModuleFacts facts;
    private final CodeBuilder code;
    private final Operands operands;

    HeapWriter(Emitter emitter) {
        this.emitter = emitter;
        this.facts = emitter.facts();
        this.code = emitter.code();
        this.operands = emitter.operands();
    }

    /** Whether the instruction is one of these. */
    boolean write(AnnotatedInstruction instruction) {
        switch (instruction.opcode()) {
            case STRUCT_NEW, STRUCT_NEW_DEFAULT, STRUCT_GET, STRUCT_GET_S, STRUCT_GET_U, STRUCT_SET ->
                struct(instruction, (int) instruction.operand(0));
            case ARRAY_NEW, ARRAY_NEW_DEFAULT, ARRAY_NEW_FIXED, ARRAY_NEW_DATA, ARRAY_NEW_ELEM ->
                newArray(instruction, (int) instruction.operand(0));
            case ARRAY_GET, ARRAY_GET_S, ARRAY_GET_U, ARRAY_SET, ARRAY_FILL ->
                elements(instruction, (int) instruction.operand(0));
            case ARRAY_LEN -> {
                call("length", Descs.INT, OBJECT);
                replace(1, Kind.I32);
            }
            case ARRAY_COPY -> {
                call("copy", Descs.VOID, OBJECT, Descs.INT, OBJECT, Descs.INT, Descs.INT);
                operands.pop(5);
            }
            case ARRAY_INIT_DATA, ARRAY_INIT_ELEM -> initialise(instruction, (int) instruction.operand(0));
            case REF_I31 -> {
                call("i31", OBJECT, Descs.INT);
                replace(1, Kind.REF);
            }
            case I31_GET_S, I31_GET_U -> {
                call(instruction.opcode() == OpCode.I31_GET_S ? "i31Signed" : "i31Unsigned", Descs.INT, OBJECT);
                replace(1, Kind.I32);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void struct(AnnotatedInstruction instruction, int type) {
        List<StorageType> fields = Stream.of(facts.subType(type).compType().structType().fieldTypes())
                .map(FieldType::storageType)
                .toList();
        switch (instruction.opcode()) {
            case STRUCT_NEW -> make(fields, type, "struct");
            case STRUCT_NEW_DEFAULT -> {
                fields.forEach(field -> initial(field));
                make(fields, type, "struct");
            }
            default -> field(instruction, fields.get((int) instruction.operand(1)));
        }
    }

    private void field(AnnotatedInstruction instruction, StorageType field) {
        int index = (int) instruction.operand(1);
        Kind kind = kind(field);
        if (instruction.opcode() != OpCode.STRUCT_SET) {
            code.loadConstant(index);
            get("field", kind, OBJECT, Descs.INT);
            unpacked(field, instruction.opcode() == OpCode.STRUCT_GET_S);
            replace(1, kind);
            return;
        }
        stored(field);
        code.loadConstant(index);
        call("setField", Descs.VOID, OBJECT, stored(kind), Descs.INT);
        operands.pop(2);
    }

    private void newArray(AnnotatedInstruction instruction, int type) {
        StorageType element = element(type);
        switch (instruction.opcode()) {
            case ARRAY_NEW_FIXED ->
                make(Collections.nCopies((int) instruction.operand(1), element), type, "array");
            case ARRAY_NEW_DATA, ARRAY_NEW_ELEM -> {
                boolean data = instruction.opcode() == OpCode.ARRAY_NEW_DATA;
                emitter.stateAnd(type).loadConstant((int) instruction.operand(1));
                call(
                        data ? "arrayOfData" : "arrayOfElements",
                        OBJECT,
                        Descs.INT,
                        Descs.INT,
                        Descs.STATE,
                        Descs.INT,
                        Descs.INT);
                replace(2, Kind.REF);
            }
            default -> {
                if (instruction.opcode() == OpCode.ARRAY_NEW_DEFAULT) {
                    // below the length
                    int length = emitter.spill(List.of(Kind.I32));
                    operands.pop();
                    initial(element);
                    code.iload(length);
                    operands.push(Kind.I32);
                }
                int length = emitter.spill(List.of(Kind.I32));
                stored(element);
                code.iload(length);
                emitter.stateAnd(type);
                call("filled", OBJECT, stored(kind(element)), Descs.INT, Descs.STATE, Descs.INT);
                replace(2, Kind.REF);
            }
        }
    }

    private void elements(AnnotatedInstruction instruction, int type) {
        StorageType element = element(type);
        Kind kind = kind(element);
        switch (instruction.opcode()) {
            case ARRAY_SET -> {
                stored(element);
                call("setElement", Descs.VOID, OBJECT, Descs.INT, stored(kind));
                operands.pop(3);
            }
            case ARRAY_FILL -> {
                int length = emitter.spill(List.of(Kind.I32));
                stored(element);
                code.iload(length);
                call("fill", Descs.VOID, OBJECT, Descs.INT, stored(kind), Descs.INT);
                operands.pop(4);
            }
            default -> {
                get("element", kind, OBJECT, Descs.INT);
                unpacked(element, instruction.opcode() == OpCode.ARRAY_GET_S);
                replace(2, kind);
            }
        }
    }

    private void initialise(AnnotatedInstruction instruction, int type) {
        boolean data = instruction.opcode() == OpCode.ARRAY_INIT_DATA;
        emitter.stateAnd(type).loadConstant((int) instruction.operand(1));
        call(
                data ? "initialiseByData" : "initialiseByElements",
                Descs.VOID,
                OBJECT,
                Descs.INT,
                Descs.INT,
                Descs.INT,
                Descs.STATE,
                Descs.INT,
                Descs.INT);
        operands.pop(4);
    }

    private StorageType element(int type) {
        return facts.subType(type).compType().arrayType().fieldType().storageType();
    }

    private static Kind kind(StorageType storage) {
        return storage.packedType() != null ? Kind.I32 : Kind.of(storage.valType());
    }

    /** What values of a kind are kept as: as a long, or as an object. */
    private static ClassDesc stored(Kind kind) {
        return kind.isObject() ? OBJECT : Descs.LONG;
    }

    /** Leaves what a field is at first. A function's null is -1. */
    private void initial(StorageType field) {
        Kind kind = kind(field);
        if (field.packedType() == null && field.isReference() && kind == Kind.I32) {
            code.iconst_m1();
        } else {
            kind.zero(code);
        }
        operands.push(kind);
    }

    /** Makes a value what it is stored as. */
    private void stored(StorageType storage) {
        packed(storage);
        Kind kind = kind(storage);
        if (!kind.isObject()) {
            Raw.toLong(code, kind);
        }
    }

    private void packed(StorageType storage) {
        Optional.ofNullable(storage.packedType())
                .ifPresent(packed -> code.loadConstant((int) packed.mask()).iand());
    }

    private void unpacked(StorageType storage, boolean signed) {
        if (storage.packedType() == null) {
            return;
        }
        if (!signed) {
            packed(storage);
        } else if (storage.packedType() == PackedType.I8) {
            code.i2b();
        } else {
            code.i2s();
        }
    }

    /** Calls what gives a long or, by another name, an object, and makes it a value. */
    private void get(String name, Kind kind, ClassDesc... params) {
        if (kind.isObject()) {
            call(name + "Object", OBJECT, params);
            if (kind == Kind.VECTOR) {
                code.checkcast(kind.desc());
            }
        } else {
            call(name, Descs.LONG, params);
            Raw.fromLong(code, kind);
        }
    }

    /** Makes an object of the values on the stack. */
    private void make(List<StorageType> storage, int type, String method) {
        List<Kind> kinds = storage.stream().map(HeapWriter::kind).toList();
        int first = emitter.spill(kinds);
        operands.pop(kinds.size());
        code.loadConstant(kinds.size()).newarray(TypeKind.LONG);
        int slot = first;
        for (int i = 0; i < kinds.size(); i++) {
            Kind kind = kinds.get(i);
            if (!kind.isObject()) {
                code.dup().loadConstant(i).loadLocal(kind.jvm(), slot);
                Raw.toLong(code, kind);
                code.lastore();
            }
            slot += kind.slots();
        }
        objects(kinds, first);
        emitter.stateAnd(type);
        call(method, OBJECT, Descs.LONGS, OBJECTS, Descs.STATE, Descs.INT);
        operands.push(Kind.REF);
    }

    private void objects(List<Kind> kinds, int first) {
        if (kinds.stream().noneMatch(Kind::isObject)) {
            code.aconst_null();
            return;
        }
        code.loadConstant(kinds.size()).anewarray(OBJECT);
        int slot = first;
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i).isObject()) {
                code.dup().loadConstant(i).aload(slot).aastore();
            }
            slot += kinds.get(i).slots();
        }
    }

    private void replace(int count, Kind result) {
        operands.pop(count);
        operands.push(result);
    }

    private void call(String method, ClassDesc result, ClassDesc... params) {
        emitter.call(HEAP, method, result, params);
    }
}
