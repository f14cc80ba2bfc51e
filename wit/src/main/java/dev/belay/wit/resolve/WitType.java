package dev.belay.wit.resolve;

import dev.belay.wit.error.Span;
import dev.belay.wit.syntax.Meta;
import java.util.List;
import java.util.Optional;

/** A named type. */
public final class WitType {
    private final String name;
    private final Span span;
    private final Optional<WitInterface> owner;
    private final Meta meta;
    private final Body body;
    private final TypeFacts facts;

    WitType(String name, Span span, Optional<WitInterface> owner, Meta meta, Body body) {
        this.name = name;
        this.span = span;
        this.owner = owner;
        this.meta = meta;
        this.body = body;
        this.facts = TypeFacts.of(body);
    }

    public String name() {
        return name;
    }

    /** Where the text names it first. */
    public Span span() {
        return span;
    }

    /** The interface it is a type of; empty for the type of a world. */
    public Optional<WitInterface> owner() {
        return owner;
    }

    public Meta meta() {
        return meta;
    }

    public Body body() {
        return body;
    }

    TypeFacts facts() {
        return facts;
    }

    /** What this is another name for, through all names between; itself if it is no alias. */
    public WitType root() {
        WitType type = this;
        while (type.body instanceof Alias alias && alias.type() instanceof TypeRef.Named named) {
            type = named.type();
        }
        return type;
    }

    public boolean isResource() {
        return root().body instanceof Resource;
    }

    @Override
    public String toString() {
        return name;
    }

    /** What a type is. */
    public sealed interface Body {}

    /** Another name for a type, of the same interface or (by {@code use}) of another one. */
    public record Alias(TypeRef type) implements Body {}

    public record Record(List<Field> fields) implements Body {
        public Record {
            fields = List.copyOf(fields);
        }
    }

    public record Variant(List<Case> cases) implements Body {
        public Variant {
            cases = List.copyOf(cases);
        }
    }

    public record Enum(List<Label> cases) implements Body {
        public Enum {
            cases = List.copyOf(cases);
        }
    }

    public record Flags(List<Label> flags) implements Body {
        public Flags {
            flags = List.copyOf(flags);
        }
    }

    /** Its functions are among those of its interface or world. */
    public record Resource() implements Body {}

    public record Field(String name, TypeRef type, String docs) {}

    public record Case(String name, Optional<TypeRef> type, String docs) {}

    public record Label(String name, String docs) {}
}
