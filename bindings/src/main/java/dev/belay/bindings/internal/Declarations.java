package dev.belay.bindings.internal;

import dev.belay.wit.name.JavaNames;
import dev.belay.wit.resolve.WitType;
import java.util.ArrayList;
import java.util.List;

/** Writes the Java types of records, variants, enums and flags: the same for both sides. */
final class Declarations {
    private final JavaTypes types;
    private final SourceText text;

    Declarations(JavaTypes types) {
        this.types = types;
        this.text = types.text();
    }

    /** Nothing for resources and aliases. */
    void write(WitType type) {
        String name = JavaNames.pascalCase(type.name());
        switch (type.body()) {
            case WitType.Record body -> record(type, name, body);
            case WitType.Variant body -> variant(type, name, body);
            case WitType.Enum(var cases) -> constants(type, name, cases, "");
            case WitType.Flags(var flags) -> constants(type, name, flags, "A set of them is a value.");
            case WitType.Resource _, WitType.Alias _ -> {}
        }
    }

    private void record(WitType type, String name, WitType.Record body) {
        List<String> names = Members.fields(body);
        var docs = Javadoc.of(type.meta().docs());
        var components = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            var field = body.fields().get(i);
            docs.param(names.get(i), field.docs());
            components.add(types.of(field.type()) + " " + names.get(i));
        }
        text.blank().docs(docs).line("public record " + name + "(" + String.join(", ", components) + ") {}");
    }

    private void variant(WitType type, String name, WitType.Variant body) {
        List<String> names = Members.cases(type, body);
        text.blank().docs(Javadoc.of(type.meta().docs())).open("public sealed interface " + name);
        for (int i = 0; i < names.size(); i++) {
            var each = body.cases().get(i);
            String component = each.type().map(t -> types.of(t) + " value").orElse("");
            text.blank()
                    .docs(Javadoc.of(each.docs()))
                    .line("record " + names.get(i) + "(" + component + ") implements " + name + " {}");
        }
        text.close();
    }

    private void constants(WitType type, String name, List<WitType.Label> labels, String more) {
        List<String> names = Members.constants(labels);
        String docs = type.meta().docs();
        text.blank()
                .docs(Javadoc.of(docs.isEmpty() || more.isEmpty() ? docs + more : docs + "\n" + more))
                .open("public enum " + name);
        for (int i = 0; i < names.size(); i++) {
            text.docs(Javadoc.of(labels.get(i).docs())).line(names.get(i) + (i + 1 < names.size() ? "," : ""));
        }
        text.close();
    }
}
