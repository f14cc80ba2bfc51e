package dev.belay.bindings.internal.glue.c;

import dev.belay.bindings.glue.SourceFile;
import dev.belay.bindings.internal.glue.Function;
import dev.belay.bindings.internal.glue.Labels;
import dev.belay.bindings.internal.glue.Lines;
import dev.belay.bindings.internal.glue.Part;
import dev.belay.bindings.internal.glue.Parts;
import java.util.List;

/** All files in C. */
public final class CGlue {
    private final Parts parts;
    private final CNames names;
    private final String header;
    private final String source;

    public CGlue(Parts parts) {
        this.parts = parts;
        this.names = new CNames(parts);
        this.header = Labels.snake(parts.worldName()) + "_glue.h";
        this.source = Labels.snake(parts.worldName()) + "_glue.c";
    }

    public List<SourceFile> files() {
        var its = new CHeader(parts, names);
        String text = its.text();
        return List.of(
                new SourceFile(header, text),
                new SourceFile(source, new CSource(parts, names, its.types()).text(header)));
    }

    /** @param name of the file */
    public SourceFile stubs(String name) {
        var text = new Lines(CHeader.STEP);
        text.line("#include \"" + header + "\"").line("#include <stdlib.h>");
        for (Part part : parts.all()) {
            if (part.exporting()) {
                part.resources().forEach(r -> {
                    text.blank().open("struct " + names.base(r)).line("int todo;").close(";");
                    text.blank().open(CHeader.destroy(r, names)).line("free(rep);").close();
                });
                part.functions().forEach(f -> stub(text, f));
            }
        }
        return new SourceFile(name, text.toString());
    }

    private void stub(Lines text, Function function) {
        text.blank().lines(CDocs.of(function.docs())).open(CHeader.head(function, names));
        function.params().forEach(p -> text.line("(void) " + CNames.member(p.name()) + ";"));
        text.line("abort(); /* to be written */").close();
    }
}
