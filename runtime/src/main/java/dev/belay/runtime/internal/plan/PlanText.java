package dev.belay.runtime.internal.plan;

import dev.belay.component.text.Quoted;
import dev.belay.component.type.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans for people to read: a line for each module, part, resource type, import, step and export. */
public final class PlanText {
    private static final String INDENT = "  ";

    private final Plan plan;
    private final StringBuilder text = new StringBuilder();

    private PlanText(Plan plan) {
        this.plan = plan;
    }

    /** Lines, the last with its line break. */
    public static String of(Plan plan) {
        var printer = new PlanText(plan);
        printer.print();
        return printer.text.toString();
    }

    private void print() {
        section("core modules", plan.moduleSizes().size());
        for (int i = 0; i < plan.moduleSizes().size(); i++) {
            line(1, "module " + i + ": " + plan.moduleSizes().get(i) + " bytes");
        }
        section("parts", plan.parts().size());
        for (int i = 0; i < plan.parts().size(); i++) {
            line(1, "part " + i + plan.parts().get(i).parent().map(p -> " within part " + p).orElse(": the component"));
        }
        section("resource types", plan.resources().size());
        plan.resources().forEach(r -> line(1, r.type() + " of part " + r.part()
                + r.destructor().map(d -> ", destructor " + source(d)).orElse(", no destructor")));
        section("imports", plan.imports().size());
        plan.imports().forEach((name, type) -> line(1, Quoted.string(name) + ": " + TypeText.of(type)));
        section("core instances", plan.steps().size());
        for (int i = 0; i < plan.steps().size(); i++) {
            line(1, "core " + i + " = module " + plan.steps().get(i).module());
            plan.steps().get(i).imports().forEach(this::given);
        }
        section("exports", plan.exports().size());
        plan.exports().forEach((name, item) -> export(1, name, item));
    }

    private void given(String module, Plan.CoreExports exports) {
        switch (exports) {
            case Plan.CoreExports.OfInstance(int step) -> line(2, Quoted.string(module) + " = all of core " + step);
            case Plan.CoreExports.Listed(Map<String, CoreSource> items) -> {
                line(2, Quoted.string(module));
                items.forEach((name, source) -> line(3, Quoted.string(name) + " = " + source(source)));
            }
        }
    }

    private void export(int depth, String name, Item item) {
        switch (item) {
            case Item.Instance(Map<String, Item> exports) -> {
                line(depth, Quoted.string(name) + " = instance");
                exports.forEach((inner, its) -> export(depth + 1, inner, its));
            }
            case Item.Func f ->
                line(depth, Quoted.string(name) + " = " + function(f) + ": " + TypeText.of(f.type()));
            case Item.Type t -> line(depth, Quoted.string(name) + " = type " + TypeText.of(t.type()));
            case Item.Module m -> line(depth, Quoted.string(name) + " = module " + m.module());
            case Item.Component _ -> line(depth, Quoted.string(name) + " = a component");
            case Item.Opaque o -> line(depth, Quoted.string(name) + " = import " + Quoted.string(o.name()));
        }
    }

    private static String function(Item.Func function) {
        return switch (function) {
            case Item.Imported f -> "import " + f.path().stream().map(Quoted::string).collect(Collectors.joining(" "));
            case Item.Lifted f -> "lift of " + source(f.core()) + " in part " + f.part() + options(f.options());
        };
    }

    private static String source(CoreSource source) {
        return switch (source) {
            case CoreSource.Export(int step, String name) -> "core " + step + " " + Quoted.string(name);
            case CoreSource.Lowered(Item.Func target, AbiOptions options, int part) ->
                "lower in part " + part + options(options) + " -> " + function(target);
            case CoreSource.ResourceNew s -> "resource.new of " + s.type() + " in part " + s.part();
            case CoreSource.ResourceDrop s -> "resource.drop of " + s.type() + " in part " + s.part();
            case CoreSource.ResourceRep s -> "resource.rep of " + s.type() + " in part " + s.part();
            case CoreSource.Unsupported s -> s.builtin() + " (not supported yet)";
        };
    }

    /** Only what is set: a function of numbers needs none of it. */
    private static String options(AbiOptions options) {
        List<String> set = new ArrayList<>();
        options.memory().ifPresent(m -> Stream.of(options.encoding().text(), "memory " + source(m)).forEach(set::add));
        options.realloc().ifPresent(f -> set.add("realloc " + source(f)));
        options.postReturn().ifPresent(f -> set.add("post-return " + source(f)));
        if (options.async()) {
            set.add("async");
        }
        return set.isEmpty() ? "" : " (" + String.join(", ", set) + ")";
    }

    private void section(String name, int count) {
        text.append(name).append(": ").append(count).append('\n');
    }

    private void line(int depth, String line) {
        text.append(INDENT.repeat(depth)).append(line).append('\n');
    }
}
