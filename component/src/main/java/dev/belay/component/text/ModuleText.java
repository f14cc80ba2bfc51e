package dev.belay.component.text;

import dev.belay.component.binary.CoreInstruction;
import dev.belay.component.binary.CoreModuleContents;
import dev.belay.component.binary.CoreModuleContents.ElementItems;
import dev.belay.component.binary.CoreModuleContents.Elements;
import dev.belay.component.binary.CoreModuleContents.Locals;
import dev.belay.component.binary.CoreModuleContentsReader;
import dev.belay.component.binary.CoreModuleOutline;
import dev.belay.component.binary.CoreModuleReader;
import dev.belay.component.binary.NameMaps;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreType.CoreExtern;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints core modules. Without bodies, code and segments are comments that say how much there is. */
final class ModuleText {
    private static final String NAMES = "name";

    private final Lines out;
    private final boolean bodies;
    private final CoreModuleOutline outline;
    private final CoreModuleContents contents;
    private final NameMaps given;
    private final IndexNames names;
    private final CoreTypeWords types;
    private final InstructionWords instructions;
    private final Map<CoreSort, List<CoreExtern>> definitions = new EnumMap<>(CoreSort.class);
    private int segments;

    private ModuleText(Bytes module, Lines out, boolean bodies) {
        this.out = out;
        this.bodies = bodies;
        this.outline = CoreModuleReader.read(module);
        this.contents = CoreModuleContentsReader.read(module);
        this.given = contents.custom().stream()
                .filter(c -> c.name().equals(NAMES))
                .findFirst()
                .map(c -> NameMaps.ofModule(c.data()))
                .orElse(NameMaps.none());
        this.names = new IndexNames(given);
        this.types = new CoreTypeWords(names);
        this.instructions = new InstructionWords(names);
        outline.definitions().forEach(
                d -> definitions.computeIfAbsent(CoreTypeWords.sortOf(d), _ -> new ArrayList<>()).add(d));
    }

    /** @param head such as {@code core module (;0;)} */
    static void print(Bytes module, String head, Lines out, boolean bodies) {
        new ModuleText(module, out, bodies).print(head);
    }

    private void print(String head) {
        out.open("(" + head + given.self().map(s -> " (;" + comment(s) + ";)").orElse(""));
        types();
        for (var each : outline.imports()) {
            String mark = names.define(CoreTypeWords.sortOf(each.type()));
            out.line("(import " + Quoted.string(each.module()) + " " + Quoted.string(each.name()) + " ("
                    + types.extern(each.type(), mark) + "))");
        }
        // Names of functions are used before their definitions: give them all first.
        var functions = defined(CoreSort.FUNC).stream().map(_ -> names.define(CoreSort.FUNC)).toList();
        var tables = defined(CoreSort.TABLE).stream().map(_ -> names.define(CoreSort.TABLE)).toList();
        memoriesAndTags();
        globals();
        tables(tables);
        for (var export : outline.exports()) {
            out.line("(export " + Quoted.string(export.name()) + " (" + export.sort().text() + " "
                    + names.use(export.sort(), export.index()) + "))");
        }
        contents.start().ifPresent(f -> out.line("(start " + names.use(CoreSort.FUNC, f) + ")"));
        contents.elements().forEach(this::elements);
        for (int i = 0; i < functions.size(); i++) {
            function(i, functions.get(i));
        }
        segments = 0;
        contents.data().forEach(this::data);
        contents.custom().stream().filter(c -> !c.name().equals(NAMES)).forEach(this::custom);
        out.close();
    }

    private void types() {
        for (CoreType.Rec group : outline.types()) {
            // Types of a group may name later ones of it.
            var marks = group.types().stream().map(_ -> names.define(CoreSort.TYPE)).toList();
            if (group.explicit()) {
                out.open("(rec");
            }
            for (int i = 0; i < marks.size(); i++) {
                out.line("(type " + marks.get(i) + " " + types.sub(group.types().get(i)) + ")");
            }
            if (group.explicit()) {
                out.close();
            }
        }
    }

    private List<CoreExtern> defined(CoreSort sort) {
        return definitions.getOrDefault(sort, List.of());
    }

    private void memoriesAndTags() {
        for (CoreSort sort : List.of(CoreSort.MEMORY, CoreSort.TAG)) {
            defined(sort).forEach(d -> out.line("(" + types.extern(d, names.define(sort)) + ")"));
        }
    }

    private void globals() {
        var globals = defined(CoreSort.GLOBAL);
        for (int i = 0; i < globals.size(); i++) {
            out.line("(" + types.extern(globals.get(i), names.define(CoreSort.GLOBAL)) + " "
                    + expression(contents.globals().get(i)) + ")");
        }
    }

    private void tables(List<String> marks) {
        var tables = defined(CoreSort.TABLE);
        for (int i = 0; i < tables.size(); i++) {
            out.line("(" + types.extern(tables.get(i), marks.get(i))
                    + contents.tables().get(i).map(e -> " " + expression(e)).orElse("") + ")");
        }
    }

    /** Instructions on one line, without an {@code end}. */
    private String expression(List<CoreInstruction> expression) {
        return expression.stream().map(instructions::line).collect(Collectors.joining(" "));
    }

    private void elements(Elements segment) {
        var text = new StringBuilder("(elem (;" + segments++ + ";)");
        segment.target().ifPresent(t -> text.append(t.index() == 0 && segment.type().isEmpty()
                        ? "" : " (table " + names.use(CoreSort.TABLE, t.index()) + ")")
                .append(" (offset ").append(expression(t.offset())).append(')'));
        text.append(segment.declared() ? " declare" : "");
        switch (segment.items()) {
            case ElementItems.Functions(var functions) -> {
                text.append(" func");
                text.append(bodies
                        ? functions.stream().map(f -> " " + names.use(CoreSort.FUNC, f)).collect(Collectors.joining())
                        : " (;" + functions.size() + " functions;)");
            }
            case ElementItems.Expressions(var expressions) -> {
                text.append(' ').append(segment.type().map(types::value).orElse("funcref"));
                text.append(bodies
                        ? expressions.stream().map(e -> " (item " + expression(e) + ")").collect(Collectors.joining())
                        : " (;" + expressions.size() + " expressions;)");
            }
        }
        out.line(text.append(')').toString());
    }

    private void function(int index, String mark) {
        int type = ((CoreExtern.Func) defined(CoreSort.FUNC).get(index)).type();
        String head = "(func " + mark + " (type " + types.type(type) + ")" + signature(type);
        var function = contents.functions().get(index);
        if (!bodies) {
            out.line(head + " (;" + function.body().size() + " instructions;))");
            return;
        }
        out.open(head);
        if (!function.locals().isEmpty()) {
            out.line(function.locals().stream().map(this::locals).collect(Collectors.joining(" ")));
        }
        for (CoreInstruction instruction : function.body()) {
            switch (instruction.op()) {
                case BLOCK, LOOP, IF, TRY_TABLE -> {
                    out.line(instructions.line(instruction));
                    out.indent(1);
                }
                case ELSE -> {
                    out.indent(-1);
                    out.line("else");
                    out.indent(1);
                }
                case END -> {
                    out.indent(-1);
                    out.line("end");
                }
                default -> out.line(instructions.line(instruction));
            }
        }
        out.close();
    }

    private String signature(int type) {
        return function(type).map(f -> types.params(f.params()) + types.results(f.results())).orElse("");
    }

    private Optional<CoreType.Func> function(int type) {
        int first = 0;
        for (CoreType.Rec group : outline.types()) {
            if (type < first + group.types().size()) {
                return group.types().get(type - first).type() instanceof CoreType.Func f ? Optional.of(f) : Optional.empty();
            }
            first += group.types().size();
        }
        return Optional.empty();
    }

    private String locals(Locals locals) {
        return "(local" + (" " + types.value(locals.type())).repeat(locals.count()) + ")";
    }

    private void data(CoreModuleContents.Data segment) {
        var text = new StringBuilder("(data (;" + segments++ + ";)");
        segment.target().ifPresent(t -> text.append(
                        t.index() == 0 ? "" : " (memory " + names.use(CoreSort.MEMORY, t.index()) + ")")
                .append(" (offset ").append(expression(t.offset())).append(')'));
        out.line(text.append(content(segment.bytes())).append(')').toString());
    }

    private void custom(CoreModuleContents.Custom section) {
        out.line("(@custom " + Quoted.string(section.name()) + content(section.data()) + ")");
    }

    private String content(Bytes bytes) {
        return bodies ? " " + Quoted.bytes(bytes) : " (;" + bytes.size() + " bytes;)";
    }

    /** Text that cannot end the comment it stands in. */
    static String comment(String text) {
        return text.codePoints()
                .mapToObj(c -> Character.isISOControl(c) || c == ';' ? "?" : Character.toString(c))
                .collect(Collectors.joining());
    }
}
