package dev.belay.bindings.internal.glue.assemblyscript;

import dev.belay.bindings.internal.glue.Declared;
import dev.belay.bindings.internal.glue.FlatMove;
import dev.belay.bindings.internal.glue.Function;
import dev.belay.bindings.internal.glue.Lines;
import dev.belay.bindings.internal.glue.Part;
import dev.belay.bindings.internal.glue.Type;
import dev.belay.component.abi.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what a component calls: functions, and resources with their methods; and the resources that it exports. */
final class AsImports {
    private final AsNames names;
    private final Lines text;
    private final AsMoves moves;
    private final Part part;
    private final Lines cores;
    private int count;

    /**
     * @param cores where core functions are declared
     */
    AsImports(AsNames names, Lines text, Lines cores, Part part) {
        this.names = names;
        this.text = text;
        this.cores = cores;
        this.moves = new AsMoves(names, text);
        this.part = part;
    }

    private String core(String function, String params, String result) {
        String name = "core_" + names.part(part) + "_" + count++;
        cores.line("@external(\"" + part.module() + "\", \"" + function + "\")");
        cores.line("declare function " + name + "(" + params + "): " + result + ";");
        return name;
    }

    void write() {
        part.resources().forEach(part.exporting() ? this::exported : this::imported);
        if (!part.exporting()) {
            part.functions().stream().filter(f -> f.resource().isEmpty()).forEach(f -> function(f, "export function "));
        }
    }

    private void imported(Declared resource) {
        text.blank();
        AsTypes.docs(text, resource.docs());
        text.open("export class " + names.own(resource)).line("constructor(public handle: i32) {}");
        drop(resource);
        part.functions().stream()
                .filter(f -> f.resource().filter(resource.name()::equals).isPresent())
                .forEach(f -> function(f, f.isMethod() ? "" : "static "));
        text.close();
    }

    private void drop(Declared resource) {
        String drop = core("[resource-drop]" + resource.name(), "handle: i32", "void");
        text.blank().line("/** Ends it: to be called of one that is owned. */").open("drop(): void").line(drop + "(this.handle);").close();
    }

    private void exported(Declared resource) {
        String name = names.own(resource);
        String make = core("[resource-new]" + resource.name(), "rep: usize", "i32");
        String rep = core("[resource-rep]" + resource.name(), "handle: i32", "usize");
        text.blank();
        AsTypes.docs(text, resource.docs());
        text.open("export class " + name).line("constructor(public handle: i32) {}");
        text.blank().line("/** One that stands for an object, which lives until nobody has it. */").open("static make<T>(object: T): " + name);
        text.line("return new " + name + "(" + make + "(__pin(changetype<usize>(object))));").close();
        text.blank().line("/** The object it was made of. */").open("rep<T>(): T").line("return changetype<T>(" + rep + "(this.handle));").close();
        drop(resource);
        text.close();
        text.blank().line("/** One that is lent for a call. */").open("export class " + names.member(resource, "Borrow"));
        text.line("constructor(public rep: usize) {}");
        text.blank().line("/** The object it was made of. */").open("get<T>(): T").line("return changetype<T>(this.rep);").close().close();
    }

    private void function(Function function, String head) {
        List<String> params = function.params().stream().map(p -> AsNames.variable(p.name())).toList();
        var declared = new ArrayList<String>();
        for (int i = function.isMethod() ? 1 : 0; i < params.size(); i++) {
            declared.add(params.get(i) + ": " + names.type(function.params().get(i).type()));
        }
        text.blank();
        AsTypes.docs(text, function.docs());
        text.open(head + names.function(function) + "(" + String.join(", ", declared) + "): " + function.result().map(names::type).orElse("void"));
        var core = new ArrayList<String>();
        if (function.paramsSpill()) {
            core.add("args: usize");
        } else {
            function.params().forEach(p -> p.flat().forEach(t -> core.add("p" + core.size() + ": " + AsNames.core(t))));
        }
        if (function.resultSpills()) {
            core.add("result: usize");
        }
        String called = core(function.name(), String.join(", ", core), function.flatResult().map(AsNames::core).orElse("void"));
        text.line("const before = chain_;");
        var arguments = new ArrayList<String>();
        if (function.paramsSpill()) {
            text.line("const args = allocate_(" + function.size() + ");");
            for (int i = 0; i < params.size(); i++) {
                Function.Param param = function.params().get(i);
                text.line(moves.lower(param.type(), self(function, i, params), "args + " + param.offset()));
            }
            arguments.add("args");
        } else {
            for (int i = 0; i < params.size(); i++) {
                arguments.addAll(lowered(function.params().get(i), self(function, i, params), arguments.size()));
            }
        }
        call(function, called, arguments);
        text.close();
    }

    private static String self(Function function, int i, List<String> params) {
        return function.isMethod() && i == 0 ? "this" : params.get(i);
    }

    private List<String> lowered(Function.Param param, String name, int from) {
        Optional<String> direct = AsFlat.lowered(param.type(), name);
        if (direct.isPresent()) {
            return List.of(direct.get());
        }
        List<String> variables = AsFlat.variables(from, param.flat().size());
        for (int i = 0; i < variables.size(); i++) {
            text.line("let " + variables.get(i) + ": " + AsNames.core(param.flat().get(i)) + " = 0;");
        }
        String at = "at" + from;
        text.line("const " + at + " = allocate_(" + Layout.size(param.type().abi()) + ");");
        text.line(moves.lower(param.type(), name, at));
        moves.load(FlatMove.of(param.type().abi(), param.flat()), at, variables);
        return variables;
    }

    private void call(Function function, String core, List<String> arguments) {
        if (function.result().isEmpty()) {
            text.line(core + "(" + String.join(", ", arguments) + ");").line("release_(before);");
            return;
        }
        Type type = function.result().get();
        if (function.resultSpills()) {
            text.line("const at = allocate_(" + Layout.size(type.abi()) + ");");
            arguments.add("at");
            text.line(core + "(" + String.join(", ", arguments) + ");");
        } else {
            text.line("const flat = " + core + "(" + String.join(", ", arguments) + ");");
            Optional<String> direct = AsFlat.lifted(type, names, "flat");
            if (direct.isPresent()) {
                text.line("release_(before);").line("return " + direct.get() + ";");
                return;
            }
            text.line("const at = allocate_(" + Layout.size(type.abi()) + ");");
            moves.store(FlatMove.of(type.abi(), List.of(function.flatResult().orElseThrow())), "at", List.of("flat"));
        }
        text.line("const result = " + moves.lift(type, "at") + ";").line("release_(before);").line("return result;");
    }
}
