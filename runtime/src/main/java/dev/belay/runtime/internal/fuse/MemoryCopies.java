package dev.belay.runtime.internal.fuse;

import dev.belay.component.abi.Layout;
import dev.belay.component.model.Primitive;
import dev.belay.component.type.ValueType;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes methods that copy values from memory to memory one way, one for each type that has parts. */
final class MemoryCopies {
    private static final ClassDesc INT = ConstantDescs.CD_int;
    /** Of a value: way, source, target. */
    private static final MethodTypeDesc ONE = MethodTypeDesc.of(ConstantDescs.CD_void, WayCalls.WAY, INT, INT);
    /** Of elements: way, source, length, target. */
    private static final MethodTypeDesc MANY = MethodTypeDesc.of(ConstantDescs.CD_void, WayCalls.WAY, INT, INT, INT);

    private static final int WAY = 0;
    private static final int SOURCE = 1;

    private final ClassDesc owner;
    private final String prefix;
    private final FuseKey key;
    private final Rooms rooms;
    private final Map<ValueType, String> values = new HashMap<>();
    private final Map<ValueType, String> elements = new HashMap<>();
    private final Deque<java.util.function.Consumer<ClassBuilder>> toWrite = new ArrayDeque<>();

    /** @param prefix of the methods' names */
    MemoryCopies(ClassDesc owner, String prefix, FuseKey key, Rooms rooms) {
        this.owner = owner;
        this.prefix = prefix;
        this.key = key;
        this.rooms = rooms;
    }

    Rooms rooms() {
        return rooms;
    }

    /** Writes the methods that code written so far calls. */
    void write(ClassBuilder writer) {
        while (!toWrite.isEmpty()) {
            toWrite.removeFirst().accept(writer);
        }
        rooms.write(writer);
    }

    /** Copies a value; on the stack are the way, the source and the target. */
    void value(CodeBuilder code, ValueType type) {
        switch (type) {
            case ValueType.Prim(var primitive) -> primitive(code, primitive);
            case ValueType.Flags t ->
                WayCalls.copy(code, "copyFlags", (int) Layout.size(t), WayCalls.mask(t.labels().size()));
            case ValueType.Enum t -> {
                discriminant(code, t.labels().size());
                code.pop();
            }
            case ValueType.Own t -> WayCalls.copy(code, "copyOwn", key.resource(t.resource()));
            case ValueType.Borrow t -> WayCalls.copy(code, "copyBorrow", key.resource(t.resource()));
            case ValueType.ListOf t when Plain.is(t.element()) -> plainList(code, t.element());
            case ValueType _ when Plain.is(type) ->
                WayCalls.copy(code, "copyBytes", (int) Layout.size(type));
            default -> code.invokestatic(owner, valueMethod(type), ONE);
        }
    }

    private void primitive(CodeBuilder code, Primitive primitive) {
        switch (primitive) {
            case BOOL -> WayCalls.copy(code, "copyBool");
            case S8, U8 -> WayCalls.copy(code, "copy1");
            case S16, U16 -> WayCalls.copy(code, "copy2");
            case S32, U32, F32 -> WayCalls.copy(code, "copy4");
            case S64, U64, F64 -> WayCalls.copy(code, "copy8");
            case CHAR -> WayCalls.copy(code, "copyCharacter");
            case STRING -> rooms.copyString(code);
            case ERROR_CONTEXT -> throw new IllegalArgumentException("error-context");
        }
    }

    /** Copies the elements of a list; on the stack are the way, the source, the length and the target. */
    void elements(CodeBuilder code, ValueType element) {
        code.invokestatic(owner, elementsMethod(element), MANY);
    }

    private void plainList(CodeBuilder code, ValueType element) {
        code.loadConstant((int) Layout.size(element)).loadConstant(Layout.alignment(element));
        rooms.copyPlainList(code);
    }

    private static void discriminant(CodeBuilder code, int cases) {
        WayCalls.copyDiscriminant(code, Layout.discriminantSize(cases), cases);
    }

    private String valueMethod(ValueType type) {
        return values.computeIfAbsent(type, t -> {
            String name = prefix + "value" + values.size();
            toWrite.add(writer -> writer.withMethodBody(
                    name, ONE, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC, code -> {
                        body(code, t);
                        code.return_();
                    }));
            return name;
        });
    }

    private void body(CodeBuilder code, ValueType type) {
        switch (type) {
            case ValueType.Record t ->
                sequence(code, t.fields().stream().map(ValueType.Field::type).toList());
            case ValueType.Tuple t -> sequence(code, t.types());
            case ValueType.FixedList t -> {
                code.aload(WAY).iload(SOURCE).loadConstant(t.length()).iload(SOURCE + 1);
                elements(code, t.element());
            }
            case ValueType.ListOf t -> list(code, t.element());
            case ValueType.MapOf t -> list(code, WayCalls.pair(t));
            case ValueType.Variant t ->
                variant(code, t.cases().stream().map(ValueType.Case::type).toList());
            case ValueType.Option t -> variant(code, List.of(Optional.empty(), Optional.of(t.type())));
            case ValueType.Result t -> variant(code, List.of(t.ok(), t.error()));
            default -> throw new IllegalArgumentException("no parts in " + type);
        }
    }

    private void sequence(CodeBuilder code, List<ValueType> types) {
        long offset = 0;
        for (ValueType type : types) {
            offset = Layout.align(offset, Layout.alignment(type));
            at(code, (int) offset);
            value(code, type);
            offset += Layout.size(type);
        }
    }

    /** Way, source and target of a member. */
    private static void at(CodeBuilder code, int offset) {
        code.aload(WAY).iload(SOURCE).loadConstant(offset).iadd();
        code.iload(SOURCE + 1).loadConstant(offset).iadd();
    }

    private void list(CodeBuilder code, ValueType element) {
        int address = SOURCE + 2;
        int length = address + 1;
        int moved = length + 1;
        code.aload(WAY).iload(SOURCE);
        WayCalls.readInt(code);
        code.istore(address).aload(WAY).iload(SOURCE).iconst_4().iadd();
        WayCalls.readInt(code);
        code.istore(length);
        code.aload(WAY).iload(address).iload(length);
        code.loadConstant((int) Layout.size(element)).loadConstant(Layout.alignment(element));
        rooms.list(code);
        code.istore(moved);
        code.aload(WAY).iload(address).iload(length).iload(moved);
        elements(code, element);
        code.aload(WAY).iload(SOURCE + 1).iload(moved);
        WayCalls.writeInt(code);
        code.aload(WAY).iload(SOURCE + 1).iconst_4().iadd().iload(length);
        WayCalls.writeInt(code);
    }

    private void variant(CodeBuilder code, List<Optional<ValueType>> cases) {
        int alignment = cases.stream()
                .mapToInt(c -> c.map(Layout::alignment).orElse(1))
                .max()
                .orElse(1);
        int offset = Layout.payloadOffset(cases.size(), alignment);
        code.aload(WAY).iload(SOURCE).iload(SOURCE + 1);
        discriminant(code, cases.size());
        Label end = code.newLabel();
        var switches = new ArrayList<SwitchCase>();
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).isPresent()) {
                switches.add(SwitchCase.of(i, code.newLabel()));
            }
        }
        code.lookupswitch(end, switches);
        for (SwitchCase each : switches) {
            code.labelBinding(each.target());
            at(code, offset);
            value(code, cases.get(each.caseValue()).orElseThrow());
            code.goto_(end);
        }
        code.labelBinding(end);
    }

    private String elementsMethod(ValueType element) {
        return elements.computeIfAbsent(element, t -> {
            String name = prefix + "elements" + elements.size();
            toWrite.add(writer -> writer.withMethodBody(
                    name, MANY, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC, code -> loop(code, t)));
            return name;
        });
    }

    private void loop(CodeBuilder code, ValueType element) {
        int size = (int) Layout.size(element);
        int length = SOURCE + 1;
        int target = SOURCE + 2;
        Label next = code.newLabel();
        Label end = code.newLabel();
        code.labelBinding(next)
                .iload(length)
                .ifeq(end)
                .aload(WAY)
                .iload(SOURCE)
                .iload(target);
        value(code, element);
        code.iload(SOURCE).loadConstant(size).iadd().istore(SOURCE);
        code.iload(target).loadConstant(size).iadd().istore(target);
        code.iinc(length, -1).goto_(next).labelBinding(end).return_();
    }
}
