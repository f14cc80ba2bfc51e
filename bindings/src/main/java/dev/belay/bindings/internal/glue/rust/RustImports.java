package dev.belay.bindings.internal.glue.rust;

import dev.belay.bindings.internal.Unique;
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

/** Writes what a component calls: functions, and resources with their methods. */
final class RustImports {
    private final RustNames names;
    private final Lines text;
    private final RustFlat flat;
    private final Part part;

    RustImports(RustNames names, Lines text, Part part) {
        this.names = names;
        this.text = text;
        this.flat = new RustFlat(text);
        this.part = part;
    }

    void write() {
        for (Declared resource : part.resources()) {
            resource(resource);
            List<Function> its = part.functions().stream().filter(f -> f.resource().filter(resource.name()::equals).isPresent()).toList();
            if (!its.isEmpty()) {
                text.blank().open("impl " + names.own(resource));
                functions(its);
                text.close();
            }
        }
        functions(part.functions().stream().filter(f -> f.resource().isEmpty()).toList());
    }

    private void functions(List<Function> all) {
        Map<Function, String> its = RustNames.functions(all, "new");
        all.forEach(f -> function(f, java.util.Objects.requireNonNull(its.get(f))));
    }

    private void resource(Declared resource) {
        String name = names.own(resource);
        text.blank().docs("/// ", resource.docs()).line("#[derive(Debug)]").line("pub struct " + name + "(Handle);");
        text.blank().open("impl Resource for " + name);
        text.open("fn of(handle: Handle) -> Self").line(name + "(handle)").close();
        text.blank().open("fn handle(&self) -> &Handle").line("&self.0").close().close();
        text.blank().open("impl Drop for " + name).open("fn drop(&mut self)");
        core("[resource-drop]" + resource.name(), List.of("handle: i32"), "");
        text.line("let handle = self.0.take();");
        text.open("if handle != 0").line("unsafe { core(handle as i32) }").close().close().close();
        handleValue(text, name, name + "(Handle::new((at as *const u32).read()))", "self.0.give()");
    }

    static void handleValue(Lines text, String name, String lifted, String lowered) {
        text.blank().open("impl Value for " + name);
        text.line("const SIZE: usize = 4;").line("const ALIGN: usize = 4;");
        text.blank().open("unsafe fn lift(at: *const u8) -> Self").line(lifted).close();
        text.blank().open("unsafe fn lower(&self, at: *mut u8, _: &mut Room)").line("(at as *mut u32).write(" + lowered + ");").close().close();
    }

    /** Declares the core function within the function that calls it. */
    private void core(String function, List<String> params, String result) {
        text.line("#[link(wasm_import_module = \"" + part.module() + "\")]").open("extern \"C\"");
        text.line("#[link_name = \"" + function + "\"]");
        text.line("fn core(" + String.join(", ", params) + ")" + result + ";").close();
    }

    private void function(Function function, String name) {
        var unique = new Unique();
        List<String> params = function.params().stream().map(p -> unique.name(RustNames.member(p.name()))).toList();
        text.blank().docs("/// ", function.docs());
        text.open("pub fn " + name + "(" + params(function, params) + ")" + function.result().map(t -> " -> " + names.type(t, part)).orElse(""));
        var core = new ArrayList<String>();
        if (function.paramsSpill()) {
            core.add("args: *const u8");
        } else {
            function.params().forEach(p -> p.flat().forEach(t -> core.add("p" + core.size() + ": " + RustNames.core(t))));
        }
        if (function.resultSpills()) {
            core.add("result: *mut u8");
        }
        core(function.name(), core, function.flatResult().map(t -> " -> " + RustNames.core(t)).orElse(""));
        text.open("unsafe");
        if (function.paramsSpill() || function.params().stream().anyMatch(p -> RustFlat.needsRoom(p.type()))) {
            text.line("let mut room = Room::new();");
        }
        var arguments = new ArrayList<String>();
        if (function.paramsSpill()) {
            text.line("let mut args = Area::<" + function.size() + ">::new();");
            for (int i = 0; i < params.size(); i++) {
                Function.Param param = function.params().get(i);
                lower(param.type(), i == 0 && function.isMethod() ? "self" : params.get(i), param.offset() == 0 ? "args.at()" : "args.at().add(" + param.offset() + ")");
            }
            arguments.add("args.at()");
        } else {
            for (int i = 0; i < params.size(); i++) {
                arguments.addAll(lowered(function.params().get(i), params.get(i), arguments.size()));
            }
        }
        call(function, arguments);
        text.close().close();
    }

    private String params(Function function, List<String> params) {
        var all = new ArrayList<String>();
        for (int i = 0; i < params.size(); i++) {
            boolean self = i == 0 && function.isMethod();
            all.add(self ? "&self" : params.get(i) + ": " + names.param(function.params().get(i).type(), part));
        }
        return String.join(", ", all);
    }

    private void lower(Type type, String value, String at) {
        switch (type) {
            case Type.Text _ -> {
                text.line("(" + at + " as *mut *const u8).write(" + value + ".as_ptr());");
                text.line("(" + at + " as *mut usize).add(1).write(" + value + ".len());");
            }
            case Type.ListOf _ -> {
                text.line("(" + at + " as *mut *const u8).write(room.list(" + RustFlat.reference(type, value) + "));");
                text.line("(" + at + " as *mut usize).add(1).write(" + value + ".len());");
            }
            case Type.Handle(var _, boolean owned) when !owned -> text.line("(" + at + " as *mut u32).write(Resource::handle(" + value + ").get());");
            default -> text.line("Value::lower(" + borrowed(type, value) + ", " + at + ", &mut room);");
        }
    }

    /** A parameter, which is a reference already unless it is small or has handles to give. */
    private static String borrowed(Type type, String value) {
        return type instanceof Type.Scalar || RustNames.byValue(type) ? "&" + value : value;
    }

    private List<String> lowered(Function.Param param, String name, int from) {
        String value = name.equals("self_") && from == 0 ? "self" : name;
        Optional<List<String>> direct = RustFlat.lowered(param.type(), value);
        if (direct.isPresent()) {
            return direct.get();
        }
        List<String> variables = RustFlat.variables(from, param.flat().size());
        for (int i = 0; i < variables.size(); i++) {
            text.line("let mut " + variables.get(i) + ": " + RustNames.core(param.flat().get(i)) + " = 0" + zero(param.flat().get(i)) + ";");
        }
        text.open("");
        text.line("let mut area = Area::<" + Layout.size(param.type().abi()) + ">::new();");
        text.line("let at = area.at();").line("Value::lower(" + borrowed(param.type(), value) + ", at, &mut room);");
        flat.load(FlatMove.of(param.type().abi(), param.flat()), "at", variables);
        text.close();
        return variables;
    }

    static String zero(CoreValType type) {
        return type == CoreValType.F32 || type == CoreValType.F64 ? ".0" : "";
    }

    private void call(Function function, List<String> arguments) {
        if (function.result().isEmpty()) {
            text.line("core(" + String.join(", ", arguments) + ");");
            return;
        }
        Type type = function.result().get();
        long size = Layout.size(type.abi());
        if (function.resultSpills()) {
            text.line("let mut result = Area::<" + size + ">::new();");
            arguments.add("result.at()");
            text.line("core(" + String.join(", ", arguments) + ");").line("Value::lift(result.at())");
            return;
        }
        text.line("let flat = core(" + String.join(", ", arguments) + ");");
        switch (type) {
            case Type.Scalar(var primitive) -> text.line(RustFlat.scalar(primitive, "flat"));
            case Type.Handle(var resource, boolean owned) when owned ->
                text.line("Resource::of(Handle::new(flat as u32))");
            default -> {
                if (RustNames.isNumber(type)) {
                    text.line(names.type(type, part) + "::from_number(flat)");
                } else {
                    text.line("let mut area = Area::<" + size + ">::new();").line("let at = area.at();");
                    flat.store(FlatMove.of(type.abi(), List.of(function.flatResult().orElseThrow())), "at", List.of("flat"));
                    text.line("Value::lift(at)");
                }
            }
        }
    }
}
