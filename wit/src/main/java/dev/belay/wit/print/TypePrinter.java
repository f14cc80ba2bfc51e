package dev.belay.wit.print;

import dev.belay.wit.resolve.TypeRef;
import dev.belay.wit.resolve.WitFunction;
import dev.belay.wit.resolve.WitInterface;
import dev.belay.wit.resolve.WitPackage;
import dev.belay.wit.resolve.WitType;
import dev.belay.wit.syntax.Keywords;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The types of one interface or world, each with the functions of its resource. */
final class TypePrinter {
    private final IndentedText lines;
    private final WitPackage within;
    private final Optional<WitInterface> owner;

    TypePrinter(IndentedText lines, WitPackage within, Optional<WitInterface> owner) {
        this.lines = lines;
        this.within = within;
        this.owner = owner;
    }

    /**
     * @param functions those of the interface or world, of which this writes the ones of resources
     */
    void print(WitType type, Collection<WitFunction> functions) {
        lines.meta(type.meta(), within.name());
        String name = Keywords.escape(type.name());
        switch (type.body()) {
            case WitType.Alias(TypeRef.Named(var target)) when isUsed(target) -> use(name, target);
            case WitType.Alias(var target) -> lines.add("type " + name + " = " + TypeNames.of(target) + ";");
            case WitType.Record(var fields) -> {
                lines.open("record " + name);
                for (var field : fields) {
                    lines.docs(field.docs()).add(Keywords.escape(field.name()) + ": " + TypeNames.of(field.type()) + ",");
                }
                lines.close();
            }
            case WitType.Variant(var cases) -> {
                lines.open("variant " + name);
                for (var c : cases) {
                    lines.docs(c.docs())
                            .add(Keywords.escape(c.name())
                                    + c.type().map(t -> "(" + TypeNames.of(t) + ")").orElse("") + ",");
                }
                lines.close();
            }
            case WitType.Enum(var cases) -> labels("enum " + name, cases);
            case WitType.Flags(var flags) -> labels("flags " + name, flags);
            case WitType.Resource() -> resource(type, functions);
        }
    }

    private boolean isUsed(WitType target) {
        return target.owner().isPresent() && !target.owner().equals(owner);
    }

    private void use(String name, WitType target) {
        String itsName = Keywords.escape(target.name());
        lines.add("use " + path(target.owner().orElseThrow(), within) + ".{" + itsName
                + (itsName.equals(name) ? "" : " as " + name) + "};");
    }

    /** What an interface is called within a package: by its name alone if it is of that package. */
    static String path(WitInterface type, WitPackage within) {
        String name = Keywords.escape(type.name().orElseThrow());
        if (type.owner() == within) {
            return name;
        }
        var owner = type.owner().name();
        return Keywords.escape(owner.namespace().name()) + ":" + Keywords.escape(owner.name().name()) + "/" + name
                + owner.version().map(v -> "@" + v).orElse("");
    }

    private void labels(String head, List<WitType.Label> labels) {
        lines.open(head);
        labels.forEach(label -> lines.docs(label.docs()).add(Keywords.escape(label.name()) + ","));
        lines.close();
    }

    private void resource(WitType type, Collection<WitFunction> functions) {
        String head = "resource " + Keywords.escape(type.name());
        var own = functions.stream()
                .filter(f -> f.resource().filter(r -> r == type).isPresent())
                .toList();
        if (own.isEmpty()) {
            lines.add(head + ";");
            return;
        }
        lines.open(head);
        own.forEach(f -> lines.meta(f.meta(), within.name()).add(TypeNames.function(f) + ";"));
        lines.close();
    }
}
