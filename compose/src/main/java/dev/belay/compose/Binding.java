package dev.belay.compose;

import dev.belay.component.type.ExternType;
import dev.belay.component.type.Mismatch;
import dev.belay.component.type.Substitution;
import dev.belay.component.type.Subtyping;
import dev.belay.compose.Wiring.Source;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The types of all parts in terms of each other: which resource types are one, and what is left to import. */
final class Binding {
    private final Map<Part, Substitution> bound = new HashMap<>();
    private final SharedImports imports = new SharedImports();
    private final Wiring wiring;

    private Binding(Wiring wiring) {
        this.wiring = wiring;
    }

    /**
     * @throws ComposeException if an export does not do for the import that it has to meet
     */
    static Binding of(Wiring wiring) {
        var binding = new Binding(wiring);
        wiring.order().forEach(binding::bind);
        return binding;
    }

    SharedImports imports() {
        return imports;
    }

    /** The type of a part's export, with the resource types of whatever meets its imports. */
    ExternType export(Source source) {
        Substitution substitution = bound.get(source.part());
        ExternType type = source.part().type().exports().get(source.name());
        if (substitution == null || type == null) {
            throw new IllegalStateException("not bound: " + source);
        }
        return substitution.apply(type);
    }

    private void bind(Part part) {
        var check = Subtyping.start();
        part.type().imports().forEach((name, expected) -> {
            Optional<Source> source = wiring.source(part, name);
            ExternType actual = source.isPresent()
                    ? export(source.get())
                    : imports.add(part, name, Substitution.of(check.bindings()).apply(expected));
            if (!check.require(name, actual, expected)) {
                Mismatch first = check.mismatches().getFirst();
                throw new ComposeException(
                        source.map(s -> "import of " + part + " does not fit the export of " + s.part() + ": ")
                                        .orElse("import of " + part + " does not fit: ")
                                + first);
            }
        });
        bound.put(part, Substitution.of(check.bindings()));
    }
}
