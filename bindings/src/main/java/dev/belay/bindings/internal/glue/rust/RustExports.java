package dev.belay.bindings.internal.glue.rust;

import dev.belay.bindings.internal.Unique;
import dev.belay.bindings.internal.glue.Declared;
import dev.belay.bindings.internal.glue.FlatMove;
import dev.belay.bindings.internal.glue.Function;
import dev.belay.bindings.internal.glue.Labels;
import dev.belay.bindings.internal.glue.Lines;
import dev.belay.bindings.internal.glue.Part;
import dev.belay.bindings.internal.glue.Type;
import dev.belay.component.abi.Layout;
import dev.belay.component.model.CoreValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes what a component implements: traits, and the core functions that call their implementations. */
final class RustExports {
    private final RustNames names;
    private final Lines text;
    private final RustFlat flat;
    private final Part part;
    private final Unique cores = new Unique();

    RustExports(RustNames names, Lines text, Part part) {
        this.names = names;
        this.text = text;
        this.flat = new RustFlat(text);
        this.part = part;
    }

    void write() {
        part.resources().forEach(this::resource);
        trait();
        part.functions().forEach(this::core);
    }

    private List<Function> of(Declared resource) {
        return part.functions().stream().filter(f -> f.resource().filter(resource.name()::equals).isPresent()).toList();
    }

    private List<Function> free() {
        return part.functions().stream().filter(f -> f.resource().isEmpty()).toList();
    }

    private void trait() {
        text.blank().docs("/// ", part.isWorld() ? "" : part.docs()).open("pub trait Guest");
        part.resources().forEach(r -> text.line("type " + names.own(r) + ": " + names.trait(r) + ";"));
        heads(free());
        text.close();
    }

    private void heads(List<Function> functions) {
        Map<Function, String> its = RustNames.functions(functions, "new");
        functions.forEach(f -> text.blank().docs("/// ", f.docs()).line(head(f, Objects.requireNonNull(its.get(f)), part, "") + ";"));
    }

    /**
     * @param in where it is written
     * @param unused what the names of parameters that nobody uses begin with
     */
    private String head(Function function, String name, Part in, String unused) {
        var unique = new Unique();
        var params = new ArrayList<String>();
        for (Function.Param param : function.params()) {
            boolean self = params.isEmpty() && function.isMethod();
            String its = unique.name(RustNames.member(param.name()));
            params.add(self ? "&self" : unused + its + ": " + names.type(param.type(), in));
        }
        String result = makesSelf(function) ? " -> Self" : function.result().map(t -> " -> " + names.type(t, in)).orElse("");
        return "fn " + name + "(" + String.join(", ", params) + ")" + result;
    }

    /** Whether it is a constructor that gives the resource, and nothing around it. */
    private static boolean makesSelf(Function function) {
        return function.isConstructor() && function.result().filter(Type.Handle.class::isInstance).isPresent();
    }

    private void resource(Declared resource) {
        String name = names.own(resource);
        String trait = names.trait(resource);
        String borrow = names.borrow(resource);
        text.blank().docs("/// ", resource.docs()).open("pub trait " + trait + ": Sized + 'static");
        heads(of(resource));
        text.close();
        text.blank().line("/// One that this component made, and has or had from others.").line("#[derive(Debug)]").line("pub struct " + name + "(Handle);");
        text.blank().open("impl " + name);
        text.open("pub fn of<T: " + trait + ">(value: T) -> Self");
        imported("[resource-new]" + resource.name(), "rep: usize", " -> i32");
        text.line("let value: Box<dyn Any> = Box::new(value);");
        text.line(name + "(Handle::new(unsafe { core(Box::into_raw(Box::new(value)) as usize) } as u32))").close();
        text.blank().line("/// What it was made of. Panics if that is another type.").open("pub fn get<T: " + trait + ">(&self) -> &T");
        imported("[resource-rep]" + resource.name(), "handle: i32", " -> usize");
        text.line("unsafe { rep(core(self.0.get() as i32)) }").close().close();
        text.blank().open("impl Drop for " + name).open("fn drop(&mut self)");
        imported("[resource-drop]" + resource.name(), "handle: i32", "");
        text.line("let handle = self.0.take();").open("if handle != 0").line("unsafe { core(handle as i32) }").close().close().close();
        RustImports.handleValue(text, name, name + "(Handle::new((at as *const u32).read()))", "self.0.give()");
        text.blank().line("/// One that is lent for a call.").line("#[derive(Clone, Copy, Debug)]").line("pub struct " + borrow + "(usize);");
        text.blank().open("impl " + borrow).line("/// What it was made of. Panics if that is another type.");
        text.open("pub fn get<T: " + trait + ">(&self) -> &T").line("unsafe { rep(self.0) }").close().close();
        RustImports.handleValue(text, borrow, borrow + "((at as *const usize).read())", "self.0 as u32");
        export("[dtor]" + resource.name(), "rep: *mut Box<dyn Any>", "");
        text.line("drop(Box::from_raw(rep));").close();
    }

    static void rep(Lines text) {
        text.blank().open("unsafe fn rep<'a, T: 'static>(rep: usize) -> &'a T");
        text.open("match (*(rep as *const Box<dyn Any>)).downcast_ref::<T>()");
        text.line("Some(value) => value,").line("None => panic!(\"a resource of another type\"),").close().close();
    }

    private void imported(String function, String params, String result) {
        text.line("#[link(wasm_import_module = \"" + part.module() + "\")]").open("extern \"C\"");
        text.line("#[link_name = \"" + function + "\"]").line("fn core(" + params + ")" + result + ";").close();
    }

    private void export(String function, String params, String result) {
        text.blank().line("#[export_name = \"" + part.exportName(function) + "\"]");
        String name = cores.name("export_" + function.replaceAll("[^0-9a-z]+", "_"));
        text.open("unsafe extern \"C\" fn " + name + "(" + params + ")" + result);
    }

    private String implementation(Function function) {
        return function.resource()
                .map(r -> "<<Component as Guest>::" + names.own(resource(r)) + " as " + names.trait(resource(r)) + ">::")
                .orElse("<Component as Guest>::");
    }

    private Declared resource(String name) {
        return part.resources().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
    }

    private void core(Function function) {
        var params = new ArrayList<String>();
        var types = new ArrayList<CoreValType>();
        if (function.paramsSpill()) {
            params.add("args: *mut u8");
        } else {
            function.params().forEach(p -> types.addAll(p.flat()));
            types.forEach(t -> params.add("p" + params.size() + ": " + RustNames.core(t)));
        }
        export(function.name(), String.join(", ", params),
                function.resultSpills() ? " -> *mut u8" : function.flatResult().map(t -> " -> " + RustNames.core(t)).orElse(""));
        var arguments = new ArrayList<String>();
        if (function.paramsSpill()) {
            for (int i = 0; i < function.params().size(); i++) {
                long offset = function.params().get(i).offset();
                text.line("let a" + i + " = Value::lift(args" + (offset == 0 ? "" : ".add(" + offset + ")") + ");");
                arguments.add("a" + i);
            }
            text.line("super::abi::free(args, " + function.size() + ", " + function.alignment() + ");");
        } else {
            int next = 0;
            for (Function.Param param : function.params()) {
                List<String> variables = RustFlat.variables(next, param.flat().size());
                boolean self = next == 0 && function.isMethod();
                arguments.add(self ? names.borrow(resource(function.resource().orElseThrow())) + "(p0 as usize).get()" : lifted(param.type(), param.flat(), variables));
                next += variables.size();
            }
        }
        List<Function> scope = function.resource().map(r -> of(resource(r))).orElseGet(this::free);
        String name = Objects.requireNonNull(RustNames.functions(scope, "new").get(function));
        if (function.paramsSpill() && function.isMethod()) {
            arguments.set(0, "rep(a0)");
        }
        String call = implementation(function) + name + "(" + String.join(", ", arguments) + ")";
        if (makesSelf(function)) {
            call = names.own(resource(function.resource().orElseThrow())) + "::of(" + call + ")";
        }
        answer(function, call);
        text.close();
        if (function.resultSpills()) {
            post(function);
        }
    }

    private void post(Function function) {
        String name = cores.name("post_" + function.name().replaceAll("[^0-9a-z]+", "_"));
        text.blank().line("#[export_name = \"cabi_post_" + function.exportName() + "\"]");
        text.open("unsafe extern \"C\" fn " + name + "(result: *mut u8)");
        text.line("super::abi::done::<" + names.type(function.result().orElseThrow(), part) + ">(result);").close();
    }

    private String lifted(Type type, List<CoreValType> core, List<String> variables) {
        String first = variables.getFirst();
        return switch (type) {
            case Type.Scalar(var primitive) -> RustFlat.scalar(primitive, first);
            case Type.Text _ -> "super::abi::lift_string(" + first + " as *mut u8, " + variables.get(1) + " as usize)";
            case Type.ListOf _ -> "super::abi::lift_list(" + first + " as *mut u8, " + variables.get(1) + " as usize)";
            default -> {
                if (RustNames.isNumber(type)) {
                    yield names.type(type, part) + "::from_number(" + first + ")";
                }
                text.line("let mut area = Area::<" + Layout.size(type.abi()) + ">::new();").line("let at = area.at();");
                flat.store(FlatMove.of(type.abi(), core), "at", variables);
                text.line("let its_" + first + " = Value::lift(at);");
                yield "its_" + first;
            }
        };
    }

    private void answer(Function function, String call) {
        if (function.result().isEmpty()) {
            text.line(call + ";");
            return;
        }
        Type type = function.result().get();
        if (function.resultSpills()) {
            text.line("super::abi::leave(" + call + ")");
            return;
        }
        switch (type) {
            case Type.Scalar _ -> text.line("let result = " + call + ";").line(RustFlat.lowered(type, "result").orElseThrow().getFirst());
            case Type.Handle _ -> text.line("let result = " + call + ";").line(handle(type));
            default -> {
                if (RustNames.isNumber(type)) {
                    text.line(call + ".number()");
                    return;
                }
                List<CoreValType> core = List.of(function.flatResult().orElseThrow());
                text.line("let result = " + call + ";").line("let mut room = Room::new();");
                text.line("let mut area = Area::<" + Layout.size(type.abi()) + ">::new();").line("let at = area.at();");
                text.line("Value::lower(&result, at, &mut room);");
                text.line("let mut flat: " + RustNames.core(core.getFirst()) + " = 0" + RustImports.zero(core.getFirst()) + ";");
                flat.load(FlatMove.of(type.abi(), core), "at", List.of("flat"));
                text.line("flat");
            }
        }
    }

    private static String handle(Type type) {
        boolean exported = type instanceof Type.Handle(var resource, var _) && resource.part().exporting();
        return exported ? "result.0.give() as i32" : "Resource::handle(&result).give() as i32";
    }

    /** Implementations that are to be written. */
    void stubs(Lines out, String component) {
        String module = "glue::" + names.module(part);
        for (Declared resource : part.resources()) {
            out.blank().line("pub struct " + stub(resource) + ";");
            out.blank().open("impl " + module + "::" + names.trait(resource) + " for " + stub(resource));
            stubs(out, of(resource));
            out.close();
        }
        out.blank().open("impl " + module + "::Guest for " + component);
        part.resources().forEach(r -> out.line("type " + names.own(r) + " = " + stub(r) + ";"));
        stubs(out, free());
        out.close();
    }

    private String stub(Declared resource) {
        return "My" + Labels.pascal(part.prefix()) + names.own(resource);
    }

    private void stubs(Lines out, List<Function> functions) {
        Map<Function, String> its = RustNames.functions(functions, "new");
        for (Function function : functions) {
            // Seen from outside of the module.
            String head = head(function, Objects.requireNonNull(its.get(function)), Part.nowhere(), "_");
            out.blank().open(head.replace("super::", "glue::"));
            out.line("todo!()").close();
        }
    }
}
