package dev.belay.bindings.internal;

import dev.belay.bindings.JavaFile;
import dev.belay.wit.name.JavaNames;
import dev.belay.wit.resolve.WitFunction;
import java.util.Set;

/** Writes a class that implements an exported interface, each of whose methods is still to be written. */
final class StubClass {
    private final Content content;
    private final SourceText text;
    private final JavaTypes types;

    StubClass(Content content, JavaClass of, JavaClass own, Places places) {
        this.content = content;
        this.text = new SourceText(own, Set.of());
        this.types = new JavaTypes(Side.GUEST, places, text, own, true, Set.of());
        text.open("public final class " + own.name() + " implements " + text.use(of));
    }

    JavaFile file() {
        var names = new ExportNames(content);
        for (WitFunction function : content.functions()) {
            if (function.kind() != WitFunction.Kind.METHOD) {
                text.blank().docs(Javadoc.of(function.meta().docs())).line("@" + types.lang("Override"));
                text.open("public " + new Functions(types).head(function, names.of(function), false));
                text.line("throw new " + types.lang("UnsupportedOperationException") + "(\"to be written: "
                        + JavaNames.method(function.name()) + "\");");
                text.close();
            }
        }
        return text.close().file("");
    }
}
