package dev.belay.bindings.internal;

import dev.belay.bindings.JavaFile;
import dev.belay.wit.name.JavaNames;
import dev.belay.wit.resolve.WitFunction;

/** Writes the interface by which a host calls, or meets, an interface of WIT. */
final class HostInterfaceFile {
    private final Content content;
    private final JavaClass own;
    private final SourceText text;
    private final JavaTypes types;

    HostInterfaceFile(Content content, JavaClass own, Places places, boolean exporting) {
        this.content = content;
        this.own = own;
        this.text = new SourceText(own, Members.namesWithin(content.types()));
        this.types = new JavaTypes(Side.HOST, places, text, own, exporting, Members.caseNames(content.types()));
    }

    JavaFile file() {
        text.docs(Javadoc.of(content.docs()));
        if (!content.name().equals(Content.ROOT)) {
            text.line("@" + text.use("dev.belay.runtime.WitName") + "(\"" + content.name() + "\")");
        }
        text.open("public interface " + own.name());
        var declarations = new Declarations(types);
        content.types().forEach(declarations::write);
        var functions = new Functions(types);
        var unique = new Unique();
        for (WitFunction function : content.functions()) {
            text.blank().docs(Javadoc.of(function.meta().docs()));
            text.line(functions.head(function, unique.name(JavaNames.method(function.name())), true) + ";");
        }
        return text.close().file();
    }
}
