package dev.belay.wit.syntax;

import java.util.List;

/**
 * What stands before an item.
 *
 * @param docs the text of its documentation comments, lines separated by {@code \n}; empty if there is none
 */
public record Meta(String docs, List<Annotation> annotations) {
    private static final Meta NONE = new Meta("", List.of());

    public Meta {
        annotations = List.copyOf(annotations);
    }

    public static Meta none() {
        return NONE;
    }

    public static Meta of(String docs, List<Annotation> annotations) {
        return docs.isEmpty() && annotations.isEmpty() ? NONE : new Meta(docs, annotations);
    }
}
