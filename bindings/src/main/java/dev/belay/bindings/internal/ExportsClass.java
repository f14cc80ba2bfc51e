package dev.belay.bindings.internal;

import dev.belay.bindings.JavaFile;
import dev.belay.component.model.CoreValType;
import dev.belay.wit.name.JavaNames;
import dev.belay.wit.resolve.TypeRef;
import dev.belay.wit.resolve.WitFunction;
import dev.belay.wit.resolve.WitType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the class whose methods are a core module's exports, for one interface and the class that implements it. */
final class ExportsClass {
    private final Content content;
    private final JavaClass of;
    private final JavaClass own;
    private final SourceText text;
    private final Optional<JavaClass> teller;
    private final JavaTypes types;
    private final Moves moves;
    private final ExportNames names;
    private final Unique methods = new Unique();

    ExportsClass(Content content, JavaClass of, Places places, Helpers helpers) {
        this.content = content;
        this.of = of;
        this.own = of.beside("Exports");
        this.text = new SourceText(own, Set.of());
        this.teller = places.teller();
        this.types = new JavaTypes(Side.GUEST, places, text, own, true, Set.of());
        this.moves = new Moves(types, own, of.beside("Abi"), helpers);
        this.names = new ExportNames(content);
        List.of("link", "call").forEach(methods::name);
    }

    /** @param implementation the qualified name of a class with a constructor without parameters */
    JavaFile file(String implementation) {
        text.open("public final class " + own.name());
        teller.ifPresent(type -> text.open("static").line(text.use(type) + ".tellUncaught();").close().blank());
        text.line("private static final " + text.use(of) + " IMPLEMENTATION = new " + implementation + "();");
        text.blank().line("private " + own.name() + "() {}");
        text.blank().line("/** Makes this class part of the program. */").open("public static void link()").close();
        content.functions().forEach(this::function);
        content.resources().forEach(this::destructor);
        return text.close().file();
    }

    private String prefix() {
        return content.name().equals(Content.ROOT) ? "" : content.name() + "#";
    }

    private void export(String name) {
        text.blank().line("@" + text.use("org.teavm.interop.Export") + "(name = \"" + name + "\")");
    }

    private void destructor(WitType resource) {
        export(prefix() + "[dtor]" + resource.name());
        text.open("public static void " + methods.name("drop" + JavaNames.pascalCase(resource.name())) + "(int rep)");
        text.line(types.sdk("ExportedResource") + ".drop(rep);").close();
    }

    private void function(WitFunction function) {
        Signature its = Signature.of(function);
        String address = moves.address();
        String cabi = types.sdk("Cabi");
        var params = new ArrayList<String>();
        var flat = new ArrayList<CoreValType>();
        for (int i = 0; i < its.names().size() && !its.paramsSpill(); i++) {
            for (CoreValType type : its.flat(i)) {
                params.add(Signature.java(type) + " p" + flat.size());
                flat.add(type);
            }
        }
        if (its.paramsSpill()) {
            params.add(address + " args");
        }
        String result = its.resultSpills() ? address : its.flatResult().map(Signature::java).orElse("void");
        export(prefix() + function.name());
        text.open("public static " + result + " " + methods.name(JavaNames.method(function.name())) + "(" + String.join(", ", params) + ")");
        text.open("try");
        boolean anyInMemory = function.params().stream().anyMatch(p -> !CoreValues.isDirect(p.type()));
        if (!its.paramsSpill() && anyInMemory) {
            text.line(address + " args = " + cabi + ".allocate(1, " + its.size() + ", " + its.alignment() + ");");
        }
        var arguments = new ArrayList<String>();
        int next = 0;
        for (int i = 0; i < its.names().size(); i++) {
            TypeRef type = function.params().get(i).type();
            int count = its.paramsSpill() ? 0 : its.flat(i).size();
            String at = FlatMoves.at("args", its.offsets().get(i));
            if (its.paramsSpill()) {
                arguments.add(moves.lift(type, at));
            } else if (CoreValues.isHandle(type)) {
                arguments.add(CoreValues.lifted(moves, JavaTypes.unaliased(type), "p" + next));
            } else if (CoreValues.isDirect(type)) {
                arguments.add(CoreValues.fromCore(type, "p" + next));
            } else {
                var values = new ArrayList<String>();
                for (int k = 0; k < count; k++) {
                    values.add("p" + (next + k));
                }
                FlatMoves.store(text, its.shape(i), "args", its.offsets().get(i), values, flat.subList(next, next + count));
                arguments.add(moves.lift(type, at));
            }
            next += count;
        }
        call(function, its, arguments, cabi, address);
        text.next("catch (" + types.lang("Throwable") + " thrown)");
        text.line("throw " + types.sdk("Uncaught") + ".trap(thrown);").close();
        text.close();
    }

    private void call(WitFunction function, Signature its, List<String> arguments, String cabi, String address) {
        boolean method = function.kind() == WitFunction.Kind.METHOD;
        String on = method ? "(" + arguments.removeFirst() + ")" : "IMPLEMENTATION";
        String call = on + "." + names.of(function) + "(" + String.join(", ", arguments) + ")";
        if (function.result().isEmpty()) {
            text.line(call + ";").line(cabi + ".leave();");
            return;
        }
        TypeRef type = function.result().get();
        text.line(types.of(type) + " result = " + call + ";");
        if (CoreValues.isDirect(type)) {
            String core = CoreValues.isHandle(type)
                    ? moves.number(JavaTypes.unaliased(type), "result")
                    : CoreValues.toCore(type, "result");
            text.line(Signature.java(its.flatResult().orElseThrow()) + " core = " + core + ";").line(cabi + ".leave();").line("return core;");
            return;
        }
        text.line(address + " at = " + cabi + ".allocate(1, " + its.resultSize() + ", " + its.resultAlignment() + ");");
        moves.lower(type, "result", "at");
        text.line(cabi + ".leave();");
        text.line("return " + (its.resultSpills()
                ? "at"
                : FlatMoves.loads(its.type().result().orElseThrow(), "at", 0, List.of(its.flatResult().orElseThrow())).getFirst()) + ";");
    }
}
