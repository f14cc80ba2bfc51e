package dev.belay.bindings.internal.glue.assemblyscript;

import dev.belay.bindings.internal.Unique;
import dev.belay.bindings.internal.glue.Declared;
import dev.belay.bindings.internal.glue.Labels;
import dev.belay.bindings.internal.glue.Lines;
import dev.belay.bindings.internal.glue.Parts;
import dev.belay.bindings.internal.glue.Type;
import dev.belay.component.abi.Layout;
import dev.belay.wit.resolve.WitType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Declares the types of a part, but for resources. */
final class AsTypes {
    private final AsNames names;
    private final Lines text;

    AsTypes(AsNames names, Lines text) {
        this.names = names;
        this.text = text;
    }

    static void docs(Lines text, String docs) {
        List<String> lines = docs.strip().lines().map(l -> l.replace("*/", "* /")).toList();
        if (lines.size() == 1) {
            text.line("/** " + lines.getFirst() + " */");
        } else if (!lines.isEmpty()) {
            text.line("/**");
            lines.forEach(l -> text.line((" * " + l).stripTrailing()));
            text.line(" */");
        }
    }

    void write(Declared type) {
        String name = names.own(type);
        List<Optional<Type>> members = Parts.perMember(type);
        switch (type.type().body()) {
            case WitType.Record(var fields) -> {
                head(type);
                text.open("export class " + name);
                text.line("constructor(");
                for (int i = 0; i < fields.size(); i++) {
                    docs(text, fields.get(i).docs());
                    text.line("  public " + AsNames.variable(fields.get(i).name()) + ": " + names.type(members.get(i).orElseThrow()) + ",");
                }
                text.line(") {}").close();
            }
            case WitType.Variant(var cases) -> {
                head(type);
                text.open("export class " + name);
                text.line("/** Which case it is, from 0: the classes that extend this one say which. */").line("constructor(public tag: i32) {}").close();
                for (int i = 0; i < cases.size(); i++) {
                    text.blank();
                    docs(text, cases.get(i).docs());
                    text.open("export class " + names.caseClass(type, cases.get(i).name()) + " extends " + name);
                    String param = members.get(i).map(t -> "public value: " + names.type(t)).orElse("");
                    text.open("constructor(" + param + ")").line("super(" + i + ");").close().close();
                }
            }
            case WitType.Enum(var cases) -> {
                head(type);
                text.open("export enum " + name);
                var unique = new Unique();
                cases.forEach(c -> {
                    docs(text, c.docs());
                    text.line(unique.name(Labels.pascal(c.name())) + ",");
                });
                text.close();
            }
            case WitType.Flags(var flags) -> {
                head(type);
                text.line("export type " + name + " = u" + 8 * Layout.flagsSize(flags.size()) + ";").blank();
                text.open("export namespace " + names.member(type, "Flag"));
                var unique = new Unique();
                for (int i = 0; i < flags.size(); i++) {
                    docs(text, flags.get(i).docs());
                    text.line("export const " + unique.name(Labels.constant(flags.get(i).name())) + ": " + names.own(type) + " = 1 << " + i + ";");
                }
                text.close();
            }
            case WitType.Resource _, WitType.Alias _ -> {}
        }
    }

    private void head(Declared type) {
        text.blank();
        docs(text, type.docs());
    }

    static void tuple(Lines text, int size) {
        String params = IntStream.range(0, size).mapToObj(i -> "T" + i).collect(Collectors.joining(", "));
        String fields = IntStream.range(0, size).mapToObj(i -> "public f" + i + ": T" + i).collect(Collectors.joining(", "));
        text.blank().open("export class Tuple" + size + "<" + params + ">").line("constructor(" + fields + ") {}").close();
    }
}
