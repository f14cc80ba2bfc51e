package dev.belay.wit.syntax;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.Span;
import dev.belay.wit.error.WitException;
import java.util.ArrayList;
import java.util.List;

/** Documentation and annotations before an item. */
final class MetaParser {
    private final Cursor cursor;

    MetaParser(Cursor cursor) {
        this.cursor = cursor;
    }

    Meta meta() {
        String docs = cursor.docs();
        if (!cursor.at(Token.AT)) {
            return Meta.of(docs, List.of());
        }
        var annotations = new ArrayList<Annotation>();
        while (cursor.at(Token.AT)) {
            Span start = cursor.span();
            cursor.advance();
            Annotation annotation = annotation();
            checkFits(start, annotations, annotation);
            annotations.add(annotation);
            // Comments may also stand between the annotations and the item.
            if (!cursor.docs().isEmpty()) {
                docs = docs.isEmpty() ? cursor.docs() : docs + "\n" + cursor.docs();
            }
        }
        return Meta.of(docs, annotations);
    }

    private Annotation annotation() {
        Id name = cursor.id();
        switch (name.name()) {
            case "since", "deprecated" -> {
                cursor.expect(Token.LEFT_PAREN);
                field("version");
                var version = cursor.version();
                cursor.expect(Token.RIGHT_PAREN);
                return name.name().equals("since")
                        ? new Annotation.Since(version)
                        : new Annotation.Deprecated(version);
            }
            case "unstable" -> {
                cursor.expect(Token.LEFT_PAREN);
                field("feature");
                cursor.expect(Token.EQUALS);
                Id feature = cursor.id();
                cursor.expect(Token.RIGHT_PAREN);
                return new Annotation.Unstable(feature);
            }
            case "external-id" -> {
                cursor.expect(Token.LEFT_PAREN);
                Span span = cursor.span();
                cursor.expect(Token.STRING);
                cursor.expect(Token.RIGHT_PAREN);
                return new Annotation.ExternalId(StringLiteral.value(span));
            }
            default ->
                throw new WitException(new Problem.Unknown(
                        name.span(),
                        "annotation",
                        name.name(),
                        "",
                        List.of("since", "unstable", "deprecated", "external-id")));
        }
    }

    /** The word {@code name}; behind it the cursor stands at the {@code =}. */
    private void field(String name) {
        if (!cursor.at(Token.ID) || !cursor.word().equals(name)) {
            throw cursor.unexpected("`" + name + "`");
        }
        cursor.advance();
        if (!cursor.at(Token.EQUALS)) {
            throw cursor.unexpected("`=`");
        }
    }

    private static void checkFits(Span span, List<Annotation> before, Annotation annotation) {
        for (Annotation other : before) {
            if (other.getClass() == annotation.getClass()) {
                throw new WitException(new Problem.BrokenRule(span, "an item can have this annotation only once"));
            }
            if ((isGate(other) && isGate(annotation))) {
                throw new WitException(
                        new Problem.BrokenRule(span, "an item is either `@since` a version or `@unstable`, not both"));
            }
        }
    }

    private static boolean isGate(Annotation annotation) {
        return annotation instanceof Annotation.Since || annotation instanceof Annotation.Unstable;
    }
}
