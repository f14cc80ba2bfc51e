package dev.belay.bindings.internal.glue.zig;

import dev.belay.bindings.internal.Unique;
import dev.belay.bindings.internal.glue.Declared;
import dev.belay.bindings.internal.glue.Lines;
import dev.belay.bindings.internal.glue.Parts;
import dev.belay.bindings.internal.glue.Type;
import dev.belay.component.abi.Layout;
import dev.belay.wit.resolve.WitType;
import java.util.List;
import java.util.Optional;

/** Declares the types of a part, but for resources. */
final class ZigTypes {
    private final ZigNames names;
    private final Lines text;

    ZigTypes(ZigNames names, Lines text) {
        this.names = names;
        this.text = text;
    }

    void write(Declared type) {
        List<Optional<Type>> members = Parts.perMember(type);
        String head = "pub const " + names.own(type) + " = ";
        switch (type.type().body()) {
            case WitType.Record(var fields) -> {
                text.blank().docs("/// ", type.docs()).open(head + "extern struct");
                for (int i = 0; i < fields.size(); i++) {
                    text.docs("/// ", fields.get(i).docs());
                    text.line(ZigNames.member(fields.get(i).name()) + ": " + names.type(members.get(i).orElseThrow(), "") + ",");
                }
                text.close(";");
            }
            case WitType.Variant(var cases) -> {
                text.blank().docs("/// ", type.docs()).open(head + "extern struct");
                text.open("tag: enum(" + integer(Layout.discriminantSize(cases.size())) + ")");
                cases.forEach(c -> text.docs("/// ", c.docs()).line(ZigNames.member(c.name()) + ","));
                text.close(",");
                if (members.stream().anyMatch(Optional::isPresent)) {
                    text.line("/// What the case holds that the tag says.").open("val: extern union");
                    for (int i = 0; i < cases.size(); i++) {
                        String name = ZigNames.member(cases.get(i).name());
                        members.get(i).ifPresent(t -> text.line(name + ": " + names.type(t, "") + ","));
                    }
                    text.close(" = undefined,");
                }
                text.close(";");
            }
            case WitType.Enum(var cases) -> {
                text.blank().docs("/// ", type.docs()).open(head + "enum(" + integer(Layout.discriminantSize(cases.size())) + ")");
                cases.forEach(c -> text.docs("/// ", c.docs()).line(ZigNames.member(c.name()) + ","));
                text.close(";");
            }
            case WitType.Flags(var flags) -> {
                int size = Layout.flagsSize(flags.size());
                text.blank().docs("/// ", type.docs()).open(head + "packed struct(" + integer(size) + ")");
                var unique = new Unique();
                flags.forEach(f -> text.docs("/// ", f.docs()).line(unique.name(ZigNames.member(f.name())) + ": bool = false,"));
                if (8 * size > flags.size()) {
                    text.line("_: u" + (8 * size - flags.size()) + " = 0,");
                }
                text.close(";");
            }
            case WitType.Resource _, WitType.Alias _ -> {
                return;
            }
        }
        layout(type);
    }

    private void layout(Declared type) {
        text.open("comptime").line("std.debug.assert(@sizeOf(" + names.own(type) + ") == " + Layout.size(type.abi()) + ");");
        text.line("std.debug.assert(@alignOf(" + names.own(type) + ") == " + Layout.alignment(type.abi()) + ");").close();
    }

    static String integer(int size) {
        return "u" + 8 * size;
    }
}
