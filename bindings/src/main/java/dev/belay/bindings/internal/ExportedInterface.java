package dev.belay.bindings.internal;

import dev.belay.bindings.JavaFile;
import dev.belay.wit.name.JavaNames;
import dev.belay.wit.resolve.WitFunction;
import dev.belay.wit.resolve.WitType;

/** Writes the interface that a component implements: its types, and its functions as methods. */
final class ExportedInterface {
    private final Content content;
    private final JavaClass own;
    private final SourceText text;
    private final JavaTypes types;
    private final Functions functions;

    ExportedInterface(Content content, JavaClass own, Places places) {
        this.content = content;
        this.own = own;
        this.text = new SourceText(own, Members.namesWithin(content.types()));
        this.types = new JavaTypes(Side.GUEST, places, text, own, true, Members.caseNames(content.types()));
        this.functions = new Functions(types);
    }

    JavaFile file(boolean withTypes) {
        text.docs(Javadoc.of(content.docs())).open("public interface " + own.name());
        if (withTypes) {
            var declarations = new Declarations(types);
            content.types().forEach(declarations::write);
            content.resources().forEach(this::resource);
        }
        var names = new ExportNames(content);
        for (WitFunction function : content.functions()) {
            if (function.kind() != WitFunction.Kind.METHOD) {
                text.blank().docs(Javadoc.of(function.meta().docs()));
                text.line(functions.head(function, names.of(function), false) + ";");
            }
        }
        return text.close().file();
    }

    private void resource(WitType resource) {
        text.blank().docs(Javadoc.of(resource.meta().docs()));
        text.open("abstract class " + JavaNames.pascalCase(resource.name()) + " extends " + types.sdk("ExportedResource"));
        var names = new ExportNames(content);
        for (WitFunction function : Functions.ofResource(content.functions(), resource.name())) {
            if (function.kind() == WitFunction.Kind.METHOD) {
                text.blank().docs(Javadoc.of(function.meta().docs()));
                text.line("public abstract " + functions.head(function, names.of(function), false) + ";");
            }
        }
        text.close();
    }
}
