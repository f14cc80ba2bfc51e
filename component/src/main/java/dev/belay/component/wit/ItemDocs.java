package dev.belay.component.wit;

import dev.belay.wit.error.Source;
import dev.belay.wit.error.Span;
import dev.belay.wit.name.Version;
import dev.belay.wit.syntax.Annotation;
import dev.belay.wit.syntax.DocComments;
import dev.belay.wit.syntax.Id;
import dev.belay.wit.syntax.Keywords;
import dev.belay.wit.syntax.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@code package-docs} section says of one item, and of those within it: an object as JSON gives it. What is not as
 * it should be counts as not said.
 */
record ItemDocs(Object json) {
    static final ItemDocs NONE = new ItemDocs(Map.of());
    private static final Span NOWHERE = new Span(new Source(PackageDocs.SECTION, ""), 0, 0);

    /**
     * What is said of an item within.
     *
     * @param group such as {@code types} or {@code funcs}
     */
    ItemDocs of(String group, String name) {
        return of(group).of(name);
    }

    boolean has(String group, String name) {
        return of(group).json instanceof Map<?, ?> items && items.containsKey(name);
    }

    private ItemDocs of(String name) {
        return json instanceof Map<?, ?> map && map.get(name) != null ? new ItemDocs(map.get(name)) : NONE;
    }

    /** Its documentation and gates. */
    Meta meta() {
        return Meta.of(docs(), annotations(of("stability")));
    }

    /** What stands before a reference to something that has its own documentation elsewhere: gates only. */
    Meta gates() {
        return Meta.of("", annotations(this));
    }

    String docs() {
        String text = json instanceof String whole ? whole : of("docs").json instanceof String its ? its : "";
        return DocComments.clean(text);
    }

    private static List<Annotation> annotations(ItemDocs stability) {
        var annotations = new ArrayList<Annotation>();
        ItemDocs stable = stability.of("stable");
        ItemDocs unstable = stability.of("unstable");
        stable.version("since").map(Annotation.Since::new).ifPresent(annotations::add);
        unstable.text("feature")
                .filter(Keywords::isLabel)
                .map(feature -> new Annotation.Unstable(new Id(feature, NOWHERE)))
                .ifPresent(annotations::add);
        stable.version("deprecated")
                .or(() -> unstable.version("deprecated"))
                .map(Annotation.Deprecated::new)
                .ifPresent(annotations::add);
        return annotations;
    }

    private Optional<Version> version(String name) {
        return text(name).flatMap(Version::parse);
    }

    private Optional<String> text(String name) {
        return of(name).json instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
