package dev.belay.bindings.internal.glue.zig;

import dev.belay.bindings.internal.Unique;
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

/** Writes what calls the functions that a component implements. */
final class ZigExports {
    private final ZigNames names;
    private final Lines text;
    private final ZigFlat flat;
    private final Part part;
    private final Unique cores = new Unique();

    ZigExports(ZigNames names, Lines text, Part part) {
        this.names = names;
        this.text = text;
        this.flat = new ZigFlat(names, text);
        this.part = part;
    }

    void write() {
        part.resources().forEach(this::resource);
        part.functions().forEach(this::function);
    }

    private void resource(Declared resource) {
        String name = names.own(resource);
        String its = names.implementation(resource);
        text.blank().docs("/// ", resource.docs()).open("pub const " + name + " = extern struct").line("handle: i32,");
        text.blank().line("/// One that lives until nobody has it: then `deinit` is called.").open("pub fn make(rep_: *" + its + ") " + name);
        ZigImports.core(part, text, "[resource-new]" + resource.name(), "i32", "i32");
        text.line("return .{ .handle = core.@\"[resource-new]" + resource.name() + "\"(address(rep_)) };").close();
        text.blank().line("/// What it was made of.").open("pub fn rep(self: " + name + ") *" + its);
        ZigImports.core(part, text, "[resource-rep]" + resource.name(), "i32", "i32");
        text.line("return pointerOf(" + its + ", core.@\"[resource-rep]" + resource.name() + "\"(self.handle));").close();
        text.blank().open("pub fn drop(self: " + name + ") void");
        ZigImports.core(part, text, "[resource-drop]" + resource.name(), "i32", "void");
        text.line("core.@\"[resource-drop]" + resource.name() + "\"(self.handle);").close().close(";");
        String dtor = cores.name("dtor" + name);
        text.blank().open("fn " + dtor + "(p0: i32) callconv(.C) void").line("pointerOf(" + its + ", p0).deinit();").close();
        export(dtor, part.exportName("[dtor]" + resource.name()));
    }

    private void export(String function, String name) {
        text.open("comptime").line("@export(" + function + ", .{ .name = \"" + name + "\" });").close();
    }

    private String implementation(Function function) {
        String owner = function.resource()
                .map(r -> names.implementation(part.resources().stream().filter(d -> d.name().equals(r)).findFirst().orElseThrow()))
                .orElse("root." + names.part(part));
        return owner + "." + names.function(function);
    }

    private void function(Function function) {
        var params = new ArrayList<String>();
        var arguments = new ArrayList<String>();
        String name = cores.name("export_" + function.name().replaceAll("[^0-9a-zA-Z]+", "_"));
        if (function.paramsSpill()) {
            var fields = new ArrayList<String>();
            function.params().forEach(p -> {
                arguments.add("args.f" + fields.size());
                fields.add("f" + fields.size() + ": " + names.type(p.type(), ""));
            });
            params.add("args: *const extern struct { " + String.join(", ", fields) + " }");
        } else {
            function.params().forEach(p -> p.flat().forEach(t -> params.add("p" + params.size() + ": " + ZigNames.core(t))));
        }
        String result = function.resultSpills()
                ? "*const " + names.type(function.result().orElseThrow(), "")
                : function.flatResult().map(ZigNames::core).orElse("void");
        text.blank().open("fn " + name + "(" + String.join(", ", params) + ") callconv(.C) " + result);
        int next = 0;
        for (Function.Param param : function.params()) {
            if (!function.paramsSpill()) {
                List<String> variables = ZigFlat.variables(next, param.flat().size());
                arguments.add(flat.lifted(param.type(), variables).orElseGet(() -> lifted(param, variables)));
                next += variables.size();
            }
        }
        answer(function, implementation(function) + "(" + String.join(", ", arguments) + ")");
        text.close();
        export(name, function.exportName());
        if (function.resultSpills()) {
            String post = cores.name("post_" + function.name().replaceAll("[^0-9a-zA-Z]+", "_"));
            text.blank().open("fn " + post + "(_: i32) callconv(.C) void").line("done();").close();
            export(post, "cabi_post_" + function.exportName());
        }
    }

    private String lifted(Function.Param param, List<String> variables) {
        String name = "its_" + variables.getFirst();
        text.line("var " + name + ": " + names.type(param.type(), "") + " = undefined;");
        text.open("").line("const at: [*]u8 = @ptrCast(&" + name + ");");
        flat.store(FlatMove.of(param.type().abi(), param.flat()), "at", variables);
        text.close();
        return name;
    }

    private void answer(Function function, String call) {
        if (function.result().isEmpty()) {
            text.line(call + ";").line("done();");
            return;
        }
        Type type = function.result().get();
        String made = function.isConstructor() && type instanceof Type.Handle ? names.type(type, "") + ".make(" + call + ")" : call;
        if (function.resultSpills()) {
            text.open("const area = struct").line("var result: " + names.type(type, "") + " = undefined;").close(";");
            text.line("area.result = " + made + ";").line("return &area.result;");
            return;
        }
        text.line("const result = " + made + ";");
        Optional<List<String>> direct = flat.lowered(type, "result");
        if (direct.isPresent()) {
            text.line("done();").line("return " + direct.get().getFirst() + ";");
            return;
        }
        CoreValType core = function.flatResult().orElseThrow();
        text.line("const at: [*]const u8 = @ptrCast(&result);").line("var flat: " + ZigNames.core(core) + " = 0;");
        flat.load(FlatMove.of(type.abi(), List.of(core)), "at", List.of("flat"));
        text.line("done();").line("return flat;");
    }

    /** Implementations that are to be written. */
    void stubs() {
        text.blank().open("pub const " + names.part(part) + " = struct");
        for (Declared resource : part.resources()) {
            String name = names.own(resource);
            text.blank().open("pub const " + name + " = struct").line("todo: u8,");
            text.blank().open("pub fn deinit(_: *" + name + ") void").line("@panic(\"to be written\");").close();
            part.functions().stream().filter(f -> f.resource().filter(resource.name()::equals).isPresent()).forEach(f -> stub(f, name));
            text.close(";");
        }
        part.functions().stream().filter(f -> f.resource().isEmpty()).forEach(f -> stub(f, ""));
        text.close(";");
    }

    private void stub(Function function, String resource) {
        List<String> params = function.params().stream().map(p -> "_: " + names.type(p.type(), "glue.")).toList();
        boolean makes = function.isConstructor() && function.result().filter(Type.Handle.class::isInstance).isPresent();
        String result = makes ? "*" + resource : function.result().map(t -> names.type(t, "glue.")).orElse("void");
        text.blank().docs("/// ", function.docs());
        text.open("pub fn " + names.function(function) + "(" + String.join(", ", params) + ") " + result);
        text.line("@panic(\"to be written\");").close();
    }
}
