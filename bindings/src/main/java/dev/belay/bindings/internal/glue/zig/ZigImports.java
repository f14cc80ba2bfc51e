package dev.belay.bindings.internal.glue.zig;

import dev.belay.bindings.internal.glue.Declared;
import dev.belay.bindings.internal.glue.FlatMove;
import dev.belay.bindings.internal.glue.Function;
import dev.belay.bindings.internal.glue.Lines;
import dev.belay.bindings.internal.glue.Part;
import dev.belay.bindings.internal.glue.Type;
import dev.belay.component.model.CoreValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes what a component calls: functions, and resources with their methods. */
final class ZigImports {
    private final ZigNames names;
    private final Lines text;
    private final ZigFlat flat;
    private final Part part;

    ZigImports(ZigNames names, Lines text, Part part) {
        this.names = names;
        this.text = text;
        this.flat = new ZigFlat(names, text);
        this.part = part;
    }

    void write() {
        for (Declared resource : part.resources()) {
            text.blank().docs("/// ", resource.docs()).open("pub const " + names.own(resource) + " = extern struct").line("handle: i32,");
            text.blank().line("/// Ends it: to be called of one that is owned.");
            text.open("pub fn drop(self: " + names.own(resource) + ") void");
            core(part, text, "[resource-drop]" + resource.name(), "i32", "void");
            text.line("core.@\"[resource-drop]" + resource.name() + "\"(self.handle);").close();
            part.functions().stream().filter(f -> f.resource().filter(resource.name()::equals).isPresent()).forEach(this::function);
            text.close(";");
        }
        part.functions().stream().filter(f -> f.resource().isEmpty()).forEach(this::function);
    }

    /** Declares a core function within the function that calls it. */
    static void core(Part part, Lines text, String function, String params, String result) {
        text.open("const core = struct");
        text.line("extern \"" + part.module() + "\" fn @\"" + function + "\"(" + params + ") " + result + ";").close(";");
    }

    private void function(Function function) {
        List<String> params = function.params().stream().map(p -> names.param(p.name())).toList();
        var declared = new ArrayList<String>();
        for (int i = 0; i < params.size(); i++) {
            declared.add(params.get(i) + ": " + names.type(function.params().get(i).type(), ""));
        }
        text.blank().docs("/// ", function.docs());
        text.open("pub fn " + names.function(function) + "(" + String.join(", ", declared) + ") "
                + function.result().map(t -> names.type(t, "")).orElse("void"));
        var core = new ArrayList<String>();
        if (function.paramsSpill()) {
            core.add("i32");
        } else {
            function.params().forEach(p -> p.flat().forEach(t -> core.add(ZigNames.core(t))));
        }
        if (function.resultSpills()) {
            core.add("i32");
        }
        core(part, text, function.name(), String.join(", ", core), function.flatResult().map(ZigNames::core).orElse("void"));
        var arguments = new ArrayList<String>();
        if (function.paramsSpill()) {
            text.line("const args = " + structure(function, "f") + "{ " + fields(params) + " };");
            arguments.add("address(&args)");
        } else {
            for (int i = 0; i < params.size(); i++) {
                arguments.addAll(lowered(function.params().get(i), params.get(i), arguments.size()));
            }
        }
        call(function, arguments);
        text.close();
    }

    private String structure(Function function, String field) {
        var fields = new ArrayList<String>();
        function.params().forEach(p -> fields.add(field + fields.size() + ": " + names.type(p.type(), "")));
        return "extern struct { " + String.join(", ", fields) + " }";
    }

    private static String fields(List<String> params) {
        var all = new ArrayList<String>();
        params.forEach(p -> all.add(".f" + all.size() + " = " + p));
        return all.stream().collect(Collectors.joining(", "));
    }

    private List<String> lowered(Function.Param param, String name, int from) {
        Optional<List<String>> direct = flat.lowered(param.type(), name);
        if (direct.isPresent()) {
            return direct.get();
        }
        List<String> variables = ZigFlat.variables(from, param.flat().size());
        for (int i = 0; i < variables.size(); i++) {
            text.line("var " + variables.get(i) + ": " + ZigNames.core(param.flat().get(i)) + " = 0;");
        }
        text.open("").line("const at: [*]const u8 = @ptrCast(&" + name + ");");
        flat.load(FlatMove.of(param.type().abi(), param.flat()), "at", variables);
        text.close();
        return variables;
    }

    private void call(Function function, List<String> arguments) {
        String core = "core.@\"" + function.name() + "\"(";
        if (function.result().isEmpty()) {
            text.line(core + String.join(", ", arguments) + ");");
            return;
        }
        Type type = function.result().get();
        if (function.resultSpills()) {
            text.line("var result: " + names.type(type, "") + " = undefined;");
            arguments.add("address(&result)");
            text.line(core + String.join(", ", arguments) + ");").line("return result;");
            return;
        }
        CoreValType its = function.flatResult().orElseThrow();
        text.line("const flat = " + core + String.join(", ", arguments) + ");");
        Optional<String> direct = flat.lifted(type, List.of("flat"));
        if (direct.isPresent()) {
            text.line("return " + direct.get() + ";");
            return;
        }
        text.line("var result: " + names.type(type, "") + " = undefined;").line("const at: [*]u8 = @ptrCast(&result);");
        flat.store(FlatMove.of(type.abi(), List.of(its)), "at", List.of("flat"));
        text.line("return result;");
    }
}
