package dev.belay.bindings.internal.glue.assemblyscript;

import dev.belay.bindings.internal.glue.Declared;
import dev.belay.bindings.internal.glue.FlatMove;
import dev.belay.bindings.internal.glue.Function;
import dev.belay.bindings.internal.glue.Lines;
import dev.belay.bindings.internal.glue.Part;
import dev.belay.bindings.internal.glue.Type;
import dev.belay.component.abi.Layout;
import dev.belay.component.model.CoreValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what calls the functions that a component implements. */
final class AsExports {
    private final AsNames names;
    private final Lines text;
    private final AsMoves moves;
    private final Part part;
    private final Map<String, String> exports;

    /** @param exports the names of the core module's exports, by those of functions */
    AsExports(AsNames names, Lines text, Part part, Map<String, String> exports) {
        this.names = names;
        this.text = text;
        this.moves = new AsMoves(names, text);
        this.part = part;
        this.exports = exports;
    }

    void write() {
        for (Declared resource : part.resources()) {
            String name = "dtor_" + names.part(part) + "_" + names.own(resource);
            exports.put(name, part.exportName("[dtor]" + resource.name()));
            text.blank().open("export function " + name + "(rep: usize): void").line("changetype<" + implementation() + "." + names.own(resource) + ">(rep).dropped();");
            text.line("__unpin(rep);").close();
        }
        part.functions().forEach(this::function);
    }

    private String implementation() {
        return "component." + names.part(part);
    }

    private Declared resource(Function function) {
        return part.resources().stream().filter(r -> r.name().equals(function.resource().orElseThrow())).findFirst().orElseThrow();
    }

    private void function(Function function) {
        String name = "export_" + names.part(part) + "_" + exports.size();
        var params = new ArrayList<String>();
        if (function.paramsSpill()) {
            params.add("args: usize");
        } else {
            function.params().forEach(p -> p.flat().forEach(t -> params.add("p" + params.size() + ": " + AsNames.core(t))));
        }
        String result = function.resultSpills() ? "usize" : function.flatResult().map(AsNames::core).orElse("void");
        exports.put(name, function.exportName());
        text.blank().open("export function " + name + "(" + String.join(", ", params) + "): " + result);
        var arguments = new ArrayList<String>();
        if (function.paramsSpill()) {
            for (Function.Param param : function.params()) {
                text.line("const a" + arguments.size() + " = " + moves.lift(param.type(), "args + " + param.offset()) + ";");
                arguments.add("a" + arguments.size());
            }
            text.line("free_(args, " + function.size() + ");");
        } else {
            int next = 0;
            for (Function.Param param : function.params()) {
                arguments.add(lifted(param, AsFlat.variables(next, param.flat().size())));
                next += param.flat().size();
            }
        }
        answer(function, call(function, arguments));
        text.close();
        if (function.resultSpills()) {
            String post = "post_" + name;
            exports.put(post, "cabi_post_" + function.exportName());
            text.blank().open("export function " + post + "(result: usize): void").line("release_(0);").close();
        }
    }

    private String call(Function function, List<String> arguments) {
        if (function.resource().isEmpty()) {
            return implementation() + "." + names.function(function) + "(" + String.join(", ", arguments) + ")";
        }
        String type = implementation() + "." + names.own(resource(function));
        if (function.isMethod()) {
            return arguments.removeFirst() + ".get<" + type + ">()." + names.function(function) + "(" + String.join(", ", arguments) + ")";
        }
        String call = type + "." + names.function(function) + "(" + String.join(", ", arguments) + ")";
        return makes(function) ? names.declared(resource(function)) + ".make<" + type + ">(" + call + ")" : call;
    }

    /** Whether it is a constructor that gives the resource, and nothing around it. */
    private static boolean makes(Function function) {
        return function.isConstructor() && function.result().filter(Type.Handle.class::isInstance).isPresent();
    }

    private String lifted(Function.Param param, List<String> variables) {
        Optional<String> direct = AsFlat.lifted(param.type(), names, variables.getFirst());
        if (direct.isPresent()) {
            return direct.get();
        }
        String at = "at_" + variables.getFirst();
        text.line("const " + at + " = allocate_(" + Layout.size(param.type().abi()) + ");");
        moves.store(FlatMove.of(param.type().abi(), param.flat()), at, variables);
        text.line("const its_" + variables.getFirst() + " = " + moves.lift(param.type(), at) + ";");
        return "its_" + variables.getFirst();
    }

    private void answer(Function function, String call) {
        if (function.result().isEmpty()) {
            text.line(call + ";").line("release_(0);");
            return;
        }
        Type type = function.result().get();
        text.line("const result = " + call + ";");
        if (!function.resultSpills()) {
            Optional<String> direct = AsFlat.lowered(type, "result");
            if (direct.isPresent()) {
                text.line("release_(0);").line("return " + direct.get() + ";");
                return;
            }
        }
        text.line("const at = allocate_(" + Layout.size(type.abi()) + ");").line(moves.lower(type, "result", "at"));
        if (function.resultSpills()) {
            text.line("return at;");
            return;
        }
        CoreValType core = function.flatResult().orElseThrow();
        text.line("let flat: " + AsNames.core(core) + " = 0;");
        moves.load(FlatMove.of(type.abi(), List.of(core)), "at", List.of("flat"));
        text.line("release_(0);").line("return flat;");
    }

    /** Implementations that are to be written. */
    void stubs() {
        text.blank().open("export namespace " + names.part(part));
        for (Declared resource : part.resources()) {
            String name = names.own(resource);
            text.blank().open("export class " + name);
            text.line("/** Called when nobody has it any more. */").open("dropped(): void").close();
            part.functions().stream().filter(f -> f.resource().filter(resource.name()::equals).isPresent()).forEach(f -> stub(f, f.isMethod() ? "" : "static "));
            text.close();
        }
        part.functions().stream().filter(f -> f.resource().isEmpty()).forEach(f -> stub(f, "export function "));
        text.close();
    }

    private void stub(Function function, String head) {
        var params = new ArrayList<String>();
        for (int i = function.isMethod() ? 1 : 0; i < function.params().size(); i++) {
            Function.Param param = function.params().get(i);
            params.add(AsNames.variable(param.name()) + ": " + inGlue(param.type()));
        }
        String result = makes(function) ? names.own(resource(function)) : function.result().map(this::inGlue).orElse("void");
        text.blank();
        AsTypes.docs(text, function.docs());
        text.open(head + names.function(function) + "(" + String.join(", ", params) + "): " + result);
        text.line("throw new Error('to be written');").close();
    }

    /** A type as those write it who import the whole module as {@code glue}. */
    private String inGlue(Type type) {
        return switch (type) {
            case Type.Scalar _, Type.Text _ -> names.type(type);
            case Type.ListOf(var element) -> "Array<" + inGlue(element) + ">";
            case Type.Option(var some) -> "glue.Option<" + inGlue(some) + ">";
            case Type.Result(var ok, var error) ->
                "glue.Result<" + ok.map(this::inGlue).orElse("glue.Unit") + ", " + error.map(this::inGlue).orElse("glue.Unit") + ">";
            case Type.Tuple(var all) -> "glue.Tuple" + all.size() + "<" + String.join(", ", all.stream().map(this::inGlue).toList()) + ">";
            case Type.Named _, Type.Handle _ -> "glue." + names.type(type);
        };
    }
}
