package dev.belay.compose.internal.wac.syntax;

import dev.belay.wit.error.Source;
import java.util.List;
import java.util.Optional;

/**
 * A composition as it is written.
 *
 * @param targets the world that it has to fit
 */
public record Document(Source source, PackageRef name, Optional<PackagePath> targets, List<Statement> statements) {
    public Document {
        statements = List.copyOf(statements);
    }
}
