package dev.belay.component.text;

import dev.belay.component.binary.NameMaps;
import dev.belay.component.model.At;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.Canon;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.CoreInstance;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.Export;
import dev.belay.component.model.Instance;
import dev.belay.component.model.Section;
import dev.belay.component.model.Sort;
import dev.belay.component.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Prints components. */
public final class ComponentText {
    private static final String NAMES = "component-name";
    /** More than a function can have; what says more is invalid. */
    private static final int MAX_RESULTS = 1000;

    private final Lines out;
    private final boolean bodies;
    private final IndexNames names;
    private final TypeText types;
    private final TypeWords words;
    private final CanonWords canons;

    private ComponentText(Lines out, boolean bodies, NameMaps given) {
        this.out = out;
        this.bodies = bodies;
        this.names = new IndexNames(given);
        this.types = new TypeText(out, names);
        this.words = new TypeWords(names);
        this.canons = new CanonWords(names);
    }

    /**
     * The text of a component, ending with a line break.
     *
     * @param bodies whether to print code and data as well; without them the text is not a whole component
     * @throws dev.belay.component.InvalidComponentException if a core module in it cannot be read
     */
    public static String of(ComponentBinary component, boolean bodies) {
        var out = new Lines();
        component(component, "component", out, bodies);
        return out.toString();
    }

    /**
     * The text of a core module, ending with a line break.
     *
     * @param bodies whether to print code and data as well
     * @throws dev.belay.component.InvalidComponentException if it cannot be read
     */
    public static String ofModule(Bytes module, boolean bodies) {
        var out = new Lines();
        ModuleText.print(module, "module", out, bodies);
        return out.toString();
    }

    private static void component(ComponentBinary component, String head, Lines out, boolean bodies) {
        var given = component.sections().stream()
                .map(At::it)
                .flatMap(s -> s instanceof Section.Custom(String name, Bytes data) && name.equals(NAMES)
                        ? Optional.of(data).stream()
                        : Optional.<Bytes>empty().stream())
                .findFirst()
                .map(NameMaps::ofComponent)
                .orElse(NameMaps.none());
        out.open("(" + head + given.self().map(s -> " (;" + ModuleText.comment(s) + ";)").orElse(""));
        var printer = new ComponentText(out, bodies, given);
        component.sections().forEach(section -> printer.section(section.it()));
        out.close();
    }

    private void section(Section section) {
        switch (section) {
            case Section.Custom s -> custom(s);
            case Section.CoreModule s ->
                ModuleText.print(s.module(), "core module " + names.define(CoreSort.MODULE), out, bodies);
            case Section.CoreInstances s -> each(s.items(), this::coreInstance);
            case Section.CoreTypes s -> each(s.items(), types::coreType);
            case Section.Component s ->
                component(s.component(), "component " + names.define(Sort.COMPONENT), out, bodies);
            case Section.Instances s -> each(s.items(), this::instance);
            case Section.Aliases s -> each(s.items(), types::alias);
            case Section.Types s -> each(s.items(), types::type);
            case Section.Canons s -> each(s.items(), this::canon);
            case Section.Start s -> start(s);
            case Section.Imports s -> each(s.items(), i -> types.extern("import", i.name(), i.type()));
            case Section.Exports s -> each(s.items(), this::export);
            case Section.Values s -> each(s.items(), this::value);
        }
    }

    private static <T> void each(List<At<T>> items, Consumer<T> print) {
        items.forEach(item -> print.accept(item.it()));
    }

    private void custom(Section.Custom section) {
        if (!section.name().equals(NAMES)) {
            String content = bodies ? Quoted.bytes(section.data()) : "(;" + section.data().size() + " bytes;)";
            out.line("(@custom " + Quoted.string(section.name()) + " " + content + ")");
        }
    }

    private void coreInstance(CoreInstance instance) {
        switch (instance) {
            case CoreInstance.Instantiate i -> {
                String module = names.use(CoreSort.MODULE, i.module());
                var args = i.args().stream()
                        .map(a -> "(with " + Quoted.string(a.name()) + " (instance "
                                + names.use(CoreSort.INSTANCE, a.instance()) + "))")
                        .toList();
                instantiation("core instance " + names.define(CoreSort.INSTANCE), module, args);
            }
            case CoreInstance.FromExports i -> {
                out.open("(core instance " + names.define(CoreSort.INSTANCE));
                i.exports().forEach(e -> out.line("(export " + Quoted.string(e.name()) + " (" + e.sort().text() + " "
                        + names.use(e.sort(), e.index()) + "))"));
                out.close();
            }
        }
    }

    private void instance(Instance instance) {
        switch (instance) {
            case Instance.Instantiate i -> {
                String component = names.use(Sort.COMPONENT, i.component());
                var args = i.args().stream()
                        .map(a -> "(with " + Quoted.string(a.name()) + " " + words.use(a.value()) + ")")
                        .toList();
                instantiation("instance " + names.define(Sort.INSTANCE), component, args);
            }
            case Instance.FromExports i -> {
                var exports = i.exports().stream()
                        .map(e -> "(export " + words.name(e.name()) + " " + words.use(e.value()) + ")")
                        .toList();
                out.open("(instance " + names.define(Sort.INSTANCE));
                exports.forEach(out::line);
                out.close();
            }
        }
    }

    private void instantiation(String head, String what, List<String> args) {
        String opening = "(" + head + " (instantiate " + what;
        if (args.isEmpty()) {
            out.line(opening + "))");
            return;
        }
        out.open(opening);
        args.forEach(out::line);
        out.indent(-1);
        out.line("))");
    }

    private void canon(Canon canon) {
        String text = canons.text(canon);
        out.line(
                canon instanceof Canon.Lift lift
                        ? "(func " + names.define(Sort.FUNC) + " (type " + words.type(lift.type()) + ") " + text + ")"
                        : "(core func " + names.define(CoreSort.FUNC) + " " + text + ")");
    }

    private void export(Export export) {
        String value = words.use(export.value());
        String type = export.type().map(t -> " " + words.extern(t, "")).orElse("");
        String mark = names.define(export.value().sort(), Optional.of(export.name().name()));
        out.line("(export " + mark + " " + words.name(export.name()) + " " + value + type + ")");
    }

    private void start(Section.Start start) {
        var text = new StringBuilder("(start " + names.use(Sort.FUNC, start.func()));
        start.args().forEach(a -> text.append(" (value ").append(names.use(Sort.VALUE, a)).append(')'));
        for (int i = 0; i < Math.min(Integer.toUnsignedLong(start.results()), MAX_RESULTS); i++) {
            text.append(" (result (value ").append(names.define(Sort.VALUE)).append("))");
        }
        out.line(text.append(')').toString());
    }

    private void value(Value value) {
        String type = words.ref(value.type());
        out.line("(value " + names.define(Sort.VALUE) + " " + type + " (binary " + Quoted.bytes(value.data()) + "))");
    }
}
