package dev.belay.bindings.internal.glue.c;

import dev.belay.bindings.internal.glue.Function;
import dev.belay.bindings.internal.glue.Lines;
import dev.belay.bindings.internal.glue.Type;
import dev.belay.component.abi.Flattening;
import dev.belay.component.model.CoreValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what connects functions of C with core functions. */
final class CFunctions {
    private final CNames names;
    private final Lines text;
    private final CFlat flat;

    CFunctions(CNames names, Lines text) {
        this.names = names;
        this.text = text;
        this.flat = new CFlat(names, text);
    }

    void imported(Function function) {
        String core = "belay_import_" + names.function(function);
        var params = new ArrayList<String>();
        if (function.paramsSpill()) {
            params.add("const void *args");
        } else {
            function.params().forEach(p -> p.flat().forEach(t -> params.add(CFlat.core(t) + " p" + params.size())));
        }
        if (function.resultSpills()) {
            params.add("void *result");
        }
        text.blank().line("IMPORT(\"" + function.part().module() + "\", \"" + function.name() + "\")");
        text.line("extern " + function.flatResult().map(CFlat::core).orElse("void") + " " + core + "(" + list(params) + ");");
        text.blank().open(CHeader.head(function, names));
        var arguments = new ArrayList<String>();
        if (function.paramsSpill()) {
            text.open("const struct");
            function.params().forEach(p -> text.line(names.variable(p.type(), CNames.member(p.name())) + ";"));
            text.close(" args = { " + String.join(", ", function.params().stream().map(p -> CNames.member(p.name())).toList()) + " };");
            arguments.add("&args");
        } else {
            function.params().forEach(p -> arguments.addAll(lowered(p, arguments.size())));
        }
        call(function, core, arguments);
        text.close();
    }

    private List<String> lowered(Function.Param param, int from) {
        String name = CNames.member(param.name());
        Optional<List<String>> direct = flat.lowered(param.type(), name);
        if (direct.isPresent()) {
            return direct.get();
        }
        List<String> variables = CFlat.flat(from, param.flat().size());
        for (int i = 0; i < variables.size(); i++) {
            text.line(CFlat.core(param.flat().get(i)) + " " + variables.get(i) + " = 0;");
        }
        text.open("").line("const uint8_t *at = (const uint8_t *) &" + name + ";");
        flat.load(param.type().abi(), param.flat(), variables);
        text.close();
        return variables;
    }

    private void call(Function function, String core, List<String> arguments) {
        if (function.result().isEmpty()) {
            text.line(core + "(" + String.join(", ", arguments) + ");");
            return;
        }
        Type type = function.result().get();
        if (function.resultSpills()) {
            text.line(names.type(type) + " result;");
            arguments.add("&result");
            text.line(core + "(" + String.join(", ", arguments) + ");").line("return result;");
            return;
        }
        CoreValType its = function.flatResult().orElseThrow();
        text.line(CFlat.core(its) + " flat = " + core + "(" + String.join(", ", arguments) + ");");
        Optional<String> direct = flat.lifted(type, List.of("flat"));
        if (direct.isPresent()) {
            text.line("return " + direct.get() + ";");
            return;
        }
        text.line(names.type(type) + " result;").line("uint8_t *at = (uint8_t *) &result;");
        flat.store(type.abi(), List.of(its), List.of("flat"));
        text.line("return result;");
    }

    void export(Function function) {
        String name = names.function(function);
        var params = new ArrayList<String>();
        var core = new ArrayList<CoreValType>();
        if (function.paramsSpill()) {
            text.blank().open("struct belay_args_" + name);
            function.params().forEach(p -> text.line(names.variable(p.type(), CNames.member(p.name())) + ";"));
            text.close(";");
            params.add("struct belay_args_" + name + " *args");
        } else {
            function.params().forEach(p -> core.addAll(p.flat()));
            core.forEach(t -> params.add(CFlat.core(t) + " p" + params.size()));
        }
        String result = function.resultSpills()
                ? names.type(function.result().orElseThrow()) + " *"
                : function.flatResult().map(CFlat::core).orElse("void") + " ";
        text.blank().line("EXPORT(\"" + function.exportName() + "\")");
        text.open(result + "belay_export_" + name + "(" + list(params) + ")");
        var arguments = new ArrayList<String>();
        if (function.paramsSpill()) {
            text.line("struct belay_args_" + name + " its = *args;").line("free(args);");
            function.params().forEach(p -> arguments.add("its." + CNames.member(p.name())));
        } else {
            int next = 0;
            for (Function.Param param : function.params()) {
                List<String> variables = CFlat.flat(next, param.flat().size());
                arguments.add(flat.lifted(param.type(), variables).orElseGet(() -> lifted(param, variables)));
                next += variables.size();
            }
        }
        answer(function, name + "(" + String.join(", ", arguments) + ")");
        text.close();
        if (function.resultSpills() && function.result().orElseThrow().holds()) {
            post(function, function.result().get());
        }
    }

    private String lifted(Function.Param param, List<String> variables) {
        String name = "its_" + CNames.member(param.name());
        text.line(names.variable(param.type(), name) + ";");
        text.open("").line("uint8_t *at = (uint8_t *) &" + name + ";");
        flat.store(param.type().abi(), param.flat(), variables);
        text.close();
        return name;
    }

    private void answer(Function function, String call) {
        if (function.result().isEmpty()) {
            text.line(call + ";");
            return;
        }
        Type type = function.result().get();
        if (function.resultSpills()) {
            text.line("static " + names.type(type) + " result; /* nothing is called again before the caller has read it */");
            text.line("result = " + call + ";").line("return &result;");
            return;
        }
        text.line(names.variable(type, "result") + " = " + call + ";");
        Optional<List<String>> direct = flat.lowered(type, "result");
        if (direct.isPresent()) {
            text.line("return " + direct.get().getFirst() + ";");
            return;
        }
        List<CoreValType> core = Flattening.flattenResult(function.type());
        text.line("const uint8_t *at = (const uint8_t *) &result;").line(CFlat.core(core.getFirst()) + " flat = 0;");
        flat.load(type.abi(), core, List.of("flat"));
        text.line("return flat;");
    }

    private static String list(List<String> params) {
        return params.isEmpty() ? "void" : String.join(", ", params);
    }

    private void post(Function function, Type type) {
        String name = names.function(function);
        text.blank().line("EXPORT(\"cabi_post_" + function.exportName() + "\")");
        text.open("void belay_post_" + name + "(" + names.type(type) + " *result)");
        text.line(CFrees.release(names, type) + "(result);").close();
    }
}
