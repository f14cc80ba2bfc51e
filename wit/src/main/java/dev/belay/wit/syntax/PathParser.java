package dev.belay.wit.syntax;

import dev.belay.wit.name.Version;
import java.util.List;
import java.util.Optional;

/** Names of packages, and paths to interfaces and worlds. */
final class PathParser {
    private final Cursor cursor;

    PathParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** {@code wasi:io@0.2.6}. */
    PackageName packageName() {
        Id namespace = cursor.id();
        cursor.expect(Token.COLON);
        Id name = cursor.id();
        return new PackageName(namespace, name, optionalVersion());
    }

    UsePath usePath() {
        Id first = cursor.id();
        return cursor.eat(Token.COLON) ? rest(first, cursor.id()) : UsePath.local(first);
    }

    /** What follows {@code namespace:name}. */
    UsePath rest(Id namespace, Id packageName) {
        cursor.expect(Token.SLASH);
        Id name = cursor.id();
        return new UsePath(Optional.of(new PackageName(namespace, packageName, optionalVersion())), name);
    }

    /** {@code { a, b as c }}, with the opening brace. */
    List<Member.Renaming> names(boolean aliasRequired) {
        cursor.expect(Token.LEFT_BRACE);
        return cursor.list(Token.RIGHT_BRACE, () -> renaming(aliasRequired));
    }

    private Member.Renaming renaming(boolean aliasRequired) {
        Id name = cursor.id();
        if (aliasRequired && !cursor.at(Token.AS)) {
            throw cursor.unexpected(Token.AS.quoted());
        }
        return new Member.Renaming(name, cursor.eat(Token.AS) ? Optional.of(cursor.id()) : Optional.empty());
    }

    private Optional<Version> optionalVersion() {
        if (!cursor.at(Token.AT)) {
            return Optional.empty();
        }
        return Optional.of(cursor.version());
    }
}
