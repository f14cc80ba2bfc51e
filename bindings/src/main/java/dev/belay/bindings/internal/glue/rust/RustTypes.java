package dev.belay.bindings.internal.glue.rust;

import dev.belay.bindings.internal.Unique;
import dev.belay.bindings.internal.glue.Declared;
import dev.belay.bindings.internal.glue.Labels;
import dev.belay.bindings.internal.glue.Lines;
import dev.belay.bindings.internal.glue.Parts;
import dev.belay.bindings.internal.glue.Type;
import dev.belay.component.abi.Layout;
import dev.belay.component.type.ValueType;
import dev.belay.wit.resolve.WitType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Declares the types of a part, and says how each lies in memory. */
final class RustTypes {
    private final RustNames names;
    private final Lines text;

    RustTypes(RustNames names, Lines text) {
        this.names = names;
        this.text = text;
    }

    /** Nothing for resources. */
    void write(Declared type) {
        switch (type.type().body()) {
            case WitType.Record(var fields) -> record(type, fields);
            case WitType.Variant(var cases) -> variant(type, cases);
            case WitType.Enum(var cases) -> enumeration(type, cases);
            case WitType.Flags(var flags) -> flags(type, flags);
            case WitType.Resource _, WitType.Alias _ -> {}
        }
    }

    private void head(Declared type, String derives) {
        text.blank().docs("/// ", type.docs()).line("#[derive(" + derives + ")]");
    }

    private static String derives(Declared type) {
        return new Type.Named(type).holdsHandles() ? "Debug" : "Clone, Debug, PartialEq";
    }

    private void implementation(Declared type, Runnable lift, Runnable lower) {
        text.blank().open("impl Value for " + names.own(type));
        text.line("const SIZE: usize = " + Layout.size(type.abi()) + ";");
        text.line("const ALIGN: usize = " + Layout.alignment(type.abi()) + ";");
        text.blank().open("unsafe fn lift(at: *const u8) -> Self");
        lift.run();
        text.close();
        text.blank().open("unsafe fn lower(&self, at: *mut u8, room: &mut Room)");
        lower.run();
        text.close().close();
    }

    static String at(long offset) {
        return offset == 0 ? "at" : "at.add(" + offset + ")";
    }

    private void record(Declared type, List<WitType.Field> fields) {
        List<Optional<Type>> members = Parts.perMember(type);
        var unique = new Unique();
        List<String> its = fields.stream().map(f -> unique.name(RustNames.member(f.name()))).toList();
        head(type, derives(type));
        text.open("pub struct " + names.own(type));
        for (int i = 0; i < its.size(); i++) {
            text.docs("/// ", fields.get(i).docs());
            text.line("pub " + its.get(i) + ": " + names.type(members.get(i).orElseThrow(), type.part()) + ",");
        }
        text.close();
        List<Long> offsets = offsets(members.stream().map(m -> m.orElseThrow().abi()).toList());
        implementation(type, () -> {
            text.open(names.own(type));
            for (int i = 0; i < its.size(); i++) {
                text.line(its.get(i) + ": Value::lift(" + at(offsets.get(i)) + "),");
            }
            text.close();
        }, () -> {
            for (int i = 0; i < its.size(); i++) {
                text.line("Value::lower(&self." + its.get(i) + ", " + at(offsets.get(i)) + ", room);");
            }
        });
    }

    static List<Long> offsets(List<ValueType> types) {
        var offsets = new ArrayList<Long>();
        long at = 0;
        for (ValueType type : types) {
            at = Layout.align(at, Layout.alignment(type));
            offsets.add(at);
            at += Layout.size(type);
        }
        return offsets;
    }

    private void variant(Declared type, List<WitType.Case> cases) {
        List<Optional<Type>> members = Parts.perMember(type);
        String name = names.own(type);
        var unique = new Unique();
        List<String> its = cases.stream().map(c -> unique.name(RustNames.variant(c.name()))).toList();
        head(type, derives(type));
        text.open("pub enum " + name);
        for (int i = 0; i < its.size(); i++) {
            text.docs("/// ", cases.get(i).docs());
            text.line(its.get(i) + members.get(i).map(t -> "(" + names.type(t, type.part()) + ")").orElse("") + ",");
        }
        text.close();
        int alignment = members.stream().flatMap(Optional::stream).mapToInt(t -> Layout.alignment(t.abi())).max().orElse(1);
        String payload = at(Layout.payloadOffset(its.size(), alignment));
        String integer = integer(Layout.discriminantSize(its.size()));
        implementation(type, () -> {
            text.open("match " + integer + "::lift(at)");
            for (int i = 0; i < its.size(); i++) {
                text.line(i + " => " + name + "::" + its.get(i) + members.get(i).map(_ -> "(Value::lift(" + payload + "))").orElse("") + ",");
            }
            text.line("_ => super::abi::invalid(),").close();
        }, () -> {
            text.open("match self");
            for (int i = 0; i < its.size(); i++) {
                String number = "(" + i + " as " + integer + ").lower(at, room)";
                if (members.get(i).isPresent()) {
                    text.open(name + "::" + its.get(i) + "(value) =>").line(number + ";");
                    text.line("Value::lower(value, " + payload + ", room);").close();
                } else {
                    text.line(name + "::" + its.get(i) + " => " + number + ",");
                }
            }
            text.close();
        });
    }

    static String integer(int size) {
        return "u" + 8 * size;
    }

    private void enumeration(Declared type, List<WitType.Label> cases) {
        String name = names.own(type);
        String integer = integer(Layout.discriminantSize(cases.size()));
        var unique = new Unique();
        List<String> its = cases.stream().map(c -> unique.name(RustNames.variant(c.name()))).toList();
        head(type, "Clone, Copy, Debug, PartialEq, Eq");
        text.open("pub enum " + name);
        for (int i = 0; i < its.size(); i++) {
            text.docs("/// ", cases.get(i).docs()).line(its.get(i) + ",");
        }
        text.close();
        text.blank().open("impl " + name).open("pub(super) fn from_number(number: i32) -> Self").open("match number");
        for (int i = 0; i < its.size(); i++) {
            text.line(i + " => " + name + "::" + its.get(i) + ",");
        }
        text.line("_ => super::abi::invalid(),").close().close();
        text.blank().open("pub(super) fn number(self) -> i32").line("self as i32").close().close();
        implementation(type, () -> text.line("Self::from_number(" + integer + "::lift(at) as i32)"),
                () -> text.line("(*self as " + integer + ").lower(at, room);"));
    }

    private void flags(Declared type, List<WitType.Label> flags) {
        String name = names.own(type);
        String integer = integer(Layout.flagsSize(flags.size()));
        var unique = new Unique();
        head(type, "Clone, Copy, Debug, Default, PartialEq, Eq");
        text.line("pub struct " + name + "(pub " + integer + ");").blank().open("impl " + name);
        for (int i = 0; i < flags.size(); i++) {
            text.docs("/// ", flags.get(i).docs());
            text.line("pub const " + unique.name(Labels.constant(flags.get(i).name())) + ": Self = Self(1 << " + i + ");");
        }
        text.blank().open("pub fn contains(self, other: Self) -> bool").line("self.0 & other.0 == other.0").close();
        text.blank().open("pub(super) fn from_number(number: i32) -> Self").line("Self(number as " + integer + ")").close();
        text.blank().open("pub(super) fn number(self) -> i32").line("self.0 as i32").close().close();
        text.blank().open("impl core::ops::BitOr for " + name).line("type Output = Self;");
        text.blank().open("fn bitor(self, other: Self) -> Self").line("Self(self.0 | other.0)").close().close();
        implementation(type, () -> text.line("Self(Value::lift(at))"), () -> text.line("self.0.lower(at, room);"));
    }
}
