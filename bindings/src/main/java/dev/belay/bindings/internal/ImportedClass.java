package dev.belay.bindings.internal;

import dev.belay.bindings.JavaFile;
import dev.belay.wit.name.JavaNames;
import dev.belay.wit.resolve.TypeRef;
import dev.belay.wit.resolve.WitFunction;
import dev.belay.wit.resolve.WitType;
import java.util.ArrayList;
import java.util.List;

/** Writes the class of an imported interface: its types, and its functions as static methods. */
final class ImportedClass {
    private final Content content;
    private final JavaClass own;
    private final SourceText text;
    private final JavaTypes types;
    private final Functions functions;
    private final Moves moves;
    private final CoreNames cores;

    ImportedClass(Content content, JavaClass own, Places places, Helpers helpers) {
        this.content = content;
        this.own = own;
        this.text = new SourceText(own, Members.namesWithin(content.types()));
        this.types = new JavaTypes(Side.GUEST, places, text, own, false, Members.caseNames(content.types()));
        this.functions = new Functions(types);
        this.moves = new Moves(types, own, own.beside("Abi"), helpers);
        this.cores = new CoreNames(content);
    }

    JavaFile file() {
        text.docs(Javadoc.of(content.docs())).open("public final class " + own.name());
        text.line("private " + own.name() + "() {}");
        var declarations = new Declarations(types);
        content.types().forEach(declarations::write);
        content.resources().forEach(this::resource);
        var unique = new Unique();
        for (WitFunction function : content.free()) {
            text.blank().docs(Javadoc.of(function.meta().docs()));
            text.open("public static " + functions.head(function, unique.name(Functions.plainName(function)), false));
            body(function, false);
            text.close();
        }
        return text.close().file();
    }

    private void resource(WitType resource) {
        String name = JavaNames.pascalCase(resource.name());
        String handle = types.sdk("Handle");
        text.blank().docs(Javadoc.of(resource.meta().docs()));
        text.open("public static final class " + name + " implements " + types.lang("AutoCloseable"));
        text.line("private final " + handle + " handle;");
        text.blank().line("/** For generated code: a resource by its handle. */");
        text.open("public " + name + "(" + handle + " handle)").line("this.handle = handle;").close();
        var unique = new Unique();
        List.of("handle", "close").forEach(unique::name);
        for (WitFunction function : Functions.ofResource(content.functions(), resource.name())) {
            member(function, name, unique);
        }
        text.blank().line("/** For generated code. */").open("public " + handle + " handle()").line("return handle;").close();
        text.blank().line("/** Drops the resource, unless it was given away or is lent. */").line("@" + types.lang("Override"));
        text.open("public void close()");
        text.open("if (handle.drop())").line(abi() + "." + cores.drop(resource) + "(handle.number());").close();
        text.close().close();
    }

    private void member(WitFunction function, String className, Unique unique) {
        text.blank().docs(Javadoc.of(function.meta().docs()));
        boolean makes = function.kind() == WitFunction.Kind.CONSTRUCTOR;
        if (makes && !(JavaTypes.unaliased(function.result().orElseThrow()) instanceof TypeRef.Result)) {
            text.open("public " + className + "(" + functions.params(function, false) + ")");
            body(function, true);
        } else {
            String name = unique.name(makes ? "create" : Functions.plainName(function));
            String kind = function.kind() == WitFunction.Kind.METHOD ? "public " : "public static ";
            text.open(kind + functions.head(function, name, false));
            body(function, false);
        }
        text.close();
    }

    private String abi() {
        return text.use(own.beside("Abi"));
    }

    /** Lowers the parameters, calls, and lifts the result; what that took of the arena is given back. */
    private void body(WitFunction function, boolean constructs) {
        Signature its = Signature.of(function);
        String address = moves.address();
        String cabi = types.sdk("Cabi");
        var arguments = new ArrayList<String>();
        boolean memory = its.paramsSpill() || its.resultSpills() || resultThroughMemory(its);
        for (int i = 0; i < its.names().size(); i++) {
            memory |= !CoreValues.isDirect(function.params().get(i).type());
        }
        if (memory) {
            text.line("int mark_ = " + cabi + ".mark();");
        }
        if (its.paramsSpill() || anyInMemory(function)) {
            text.line(address + " args_ = " + cabi + ".allocate(1, " + Math.max(its.size(), 1) + ", " + its.alignment() + ");");
        }
        for (int i = 0; i < its.names().size(); i++) {
            var type = function.params().get(i).type();
            String value = i == 0 && function.kind() == WitFunction.Kind.METHOD ? "this" : its.names().get(i);
            if (its.paramsSpill()) {
                moves.lower(type, value, FlatMoves.at("args_", its.offsets().get(i)));
            } else if (CoreValues.isDirect(type)) {
                arguments.add(direct(type, value));
            } else {
                moves.lower(type, value, FlatMoves.at("args_", its.offsets().get(i)));
                arguments.addAll(FlatMoves.loads(its.shape(i), "args_", its.offsets().get(i), its.flat(i)));
            }
        }
        if (its.paramsSpill()) {
            arguments.add("args_");
        }
        boolean inMemory = its.resultSpills() || resultThroughMemory(its);
        if (inMemory) {
            text.line(address + " result_ = " + cabi + ".allocate(1, " + its.resultSize() + ", " + its.resultAlignment() + ");");
        }
        if (its.resultSpills()) {
            arguments.add("result_");
        }
        String call = abi() + "." + cores.function(function) + "(" + String.join(", ", arguments) + ")";
        String release = memory ? cabi + ".release(mark_);" : "";
        if (function.result().isEmpty()) {
            text.line(call + ";");
            line(release);
            return;
        }
        var type = function.result().get();
        if (!inMemory) {
            if (constructs) {
                text.line("handle = " + types.sdk("Handle") + ".owned(" + call + ");");
                line(release);
            } else if (release.isEmpty()) {
                text.line("return " + fromCore(type, call) + ";");
            } else {
                text.line("var lifted_ = " + fromCore(type, call) + ";").line(release).line("return lifted_;");
            }
            return;
        }
        if (its.resultSpills()) {
            text.line(call + ";");
        } else {
            var core = its.flatResult().orElseThrow();
            text.line(Signature.java(core) + " core_ = " + call + ";");
            FlatMoves.store(text, its.type().result().orElseThrow(), "result_", 0, List.of("core_"), List.of(core));
        }
        text.line(types.of(type) + " lifted_ = " + moves.lift(type, "result_") + ";").line(release).line("return lifted_;");
    }

    private void line(String line) {
        if (!line.isEmpty()) {
            text.line(line);
        }
    }

    private boolean anyInMemory(WitFunction function) {
        return function.params().stream().anyMatch(p -> !CoreValues.isDirect(p.type()));
    }

    private static boolean resultThroughMemory(Signature its) {
        return its.function().result().filter(t -> !CoreValues.isDirect(t)).isPresent();
    }

    private String direct(TypeRef type, String value) {
        return CoreValues.isHandle(type) ? moves.number(JavaTypes.unaliased(type), value) : CoreValues.toCore(type, value);
    }

    private String fromCore(TypeRef type, String core) {
        return CoreValues.isHandle(type) ? CoreValues.lifted(moves, JavaTypes.unaliased(type), core) : CoreValues.fromCore(type, core);
    }
}
