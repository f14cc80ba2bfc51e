package dev.belay.wit.syntax;

import dev.belay.wit.name.Version;
import java.util.Optional;

/** What can stand before an item, after {@code @}. */
public sealed interface Annotation {
    /** As it is written. */
    default String text() {
        return switch (this) {
            case Since(Version version) -> "@since(version = " + version + ")";
            case Unstable(Id feature) -> "@unstable(feature = " + feature + ")";
            case Deprecated(Version version) -> "@deprecated(version = " + version + ")";
            case ExternalId(String id) -> "@external-id(" + StringLiteral.quote(id) + ")";
        };
    }

    /** The version of the package that it speaks of. */
    default Optional<Version> version() {
        return Optional.empty();
    }

    record Since(Version reached) implements Annotation {
        @Override
        public Optional<Version> version() {
            return Optional.of(reached);
        }
    }

    record Unstable(Id feature) implements Annotation {}

    record Deprecated(Version reached) implements Annotation {
        @Override
        public Optional<Version> version() {
            return Optional.of(reached);
        }
    }

    /** What the outside world calls an import or export; any text. */
    record ExternalId(String id) implements Annotation {}
}
