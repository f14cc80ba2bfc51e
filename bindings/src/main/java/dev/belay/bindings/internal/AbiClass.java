package dev.belay.bindings.internal;

import dev.belay.bindings.JavaFile;
import dev.belay.component.model.CoreValType;
import dev.belay.wit.name.JavaNames;
import dev.belay.wit.resolve.WitFunction;
import dev.belay.wit.resolve.WitType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes the class that moves the values of one interface, and declares the core functions it needs. */
final class AbiClass {
    private final Content content;
    private final JavaClass own;
    private final JavaClass of;
    private final boolean exporting;
    private final Helpers helpers;
    private final SourceText text;
    private final JavaTypes types;

    AbiClass(Content content, JavaClass of, Places places, boolean exporting, Helpers helpers) {
        this.helpers = helpers;
        this.content = content;
        this.of = of;
        this.own = of.beside("Abi");
        this.exporting = exporting;
        this.text = new SourceText(own, Set.of());
        this.types = new JavaTypes(Side.GUEST, places, text, own, exporting, Set.of());
    }

    JavaFile file() {
        var moves = new Moves(types, own, own, helpers);
        text.line("/** For generated code: how values of " + of.name() + " are moved. */");
        text.open("public final class " + own.name()).line("private " + own.name() + "() {}");
        content.types().forEach(new DeclaredMoves(types, moves)::write);
        if (exporting) {
            content.resources().forEach(this::exported);
        } else {
            content.resources().forEach(r -> core(content.name(), "[resource-drop]" + r.name(), "void", new CoreNames(content).drop(r), List.of("int handle")));
            content.functions().forEach(this::core);
        }
        moves.finish();
        return text.close().file();
    }

    private void core(WitFunction function) {
        Signature its = Signature.of(function);
        var params = new ArrayList<String>();
        if (its.paramsSpill()) {
            params.add(text.use("org.teavm.interop.Address") + " args");
        } else {
            for (int i = 0; i < its.names().size(); i++) {
                for (CoreValType type : its.flat(i)) {
                    params.add(Signature.java(type) + " p" + params.size());
                }
            }
        }
        if (its.resultSpills()) {
            params.add(text.use("org.teavm.interop.Address") + " result");
        }
        core(content.name(), function.name(), its.flatResult().map(Signature::java).orElse("void"), new CoreNames(content).function(function), params);
    }

    private void core(String module, String name, String result, String method, List<String> params) {
        text.blank().line("@" + text.use("org.teavm.interop.Import") + "(module = \"" + module + "\", name = \"" + name + "\")");
        text.line((method.startsWith("drop") ? "public " : "") + "static native " + result + " " + method + "(" + String.join(", ", params) + ");");
    }

    private void exported(WitType resource) {
        String name = JavaNames.pascalCase(resource.name());
        String module = "[export]" + content.name();
        core(module, "[resource-new]" + resource.name(), "int", "new" + name, List.of("int rep"));
        core(module, "[resource-rep]" + resource.name(), "int", "rep" + name, List.of("int handle"));
        core(module, "[resource-drop]" + resource.name(), "void", "drop" + name, List.of("int handle"));
        text.blank().open("static int own" + name + "(" + types.declared(resource) + " resource)");
        text.line("return resource.isLent() ? resource.give() : new" + name + "(resource.represent());").close();
    }
}
