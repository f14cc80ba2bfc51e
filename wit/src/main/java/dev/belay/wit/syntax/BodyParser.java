package dev.belay.wit.syntax;

import dev.belay.wit.syntax.WorldMember.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands between the braces of interfaces and worlds. */
final class BodyParser {
    private final Cursor cursor;
    private final MetaParser metas;
    private final PathParser paths;
    private final TypeItemParser types;
    private final Map<String, FuncType> functions;

    BodyParser(Cursor cursor, MetaParser metas, PathParser paths) {
        this(cursor, metas, paths, Map.of());
    }

    /** @param functions types of functions that have names, which WIT itself does not know */
    BodyParser(Cursor cursor, MetaParser metas, PathParser paths, Map<String, FuncType> functions) {
        this.functions = functions;
        this.cursor = cursor;
        this.metas = metas;
        this.paths = paths;
        this.types = new TypeItemParser(cursor, metas);
    }

    List<Member> interfaceBody() {
        cursor.expect(Token.LEFT_BRACE);
        var members = new ArrayList<Member>();
        while (!cursor.eat(Token.RIGHT_BRACE)) {
            members.add(member(metas.meta()));
        }
        return members;
    }

    private Member member(Meta meta) {
        if (cursor.at(Token.USE)) {
            return use(meta);
        }
        Optional<TypeItem> type = types.item(meta);
        if (type.isPresent()) {
            return type.get();
        }
        if (!cursor.at(Token.ID)) {
            throw cursor.unexpected("`use`, a type's definition, a function's name or `}`");
        }
        Id name = cursor.id();
        cursor.expect(Token.COLON);
        FuncType func = namedFunction().orElseGet(types::funcType);
        cursor.expect(Token.SEMICOLON);
        return new Member.Func(meta, name, func);
    }

    private Optional<FuncType> namedFunction() {
        Optional<FuncType> named =
                cursor.at(Token.ID) ? Optional.ofNullable(functions.get(cursor.word())) : Optional.empty();
        named.ifPresent(_ -> cursor.advance());
        return named;
    }

    private Member.Use use(Meta meta) {
        cursor.advance();
        UsePath path = paths.usePath();
        cursor.expect(Token.DOT);
        List<Member.Renaming> names = paths.names(false);
        cursor.expect(Token.SEMICOLON);
        return new Member.Use(meta, path, names);
    }

    List<WorldMember> worldBody() {
        cursor.expect(Token.LEFT_BRACE);
        var members = new ArrayList<WorldMember>();
        while (!cursor.eat(Token.RIGHT_BRACE)) {
            members.add(worldMember(metas.meta()));
        }
        return members;
    }

    private WorldMember worldMember(Meta meta) {
        switch (cursor.kind()) {
            case USE -> {
                return use(meta);
            }
            case INCLUDE -> {
                return include(meta);
            }
            case IMPORT -> {
                cursor.advance();
                return new WorldMember.Extern(meta, WorldMember.Direction.IMPORT, target());
            }
            case EXPORT -> {
                cursor.advance();
                return new WorldMember.Extern(meta, WorldMember.Direction.EXPORT, target());
            }
            default -> {
                return types.item(meta)
                        .orElseThrow(() -> cursor.unexpected(
                                "`import`, `export`, `include`, `use`, a type's definition or `}`"));
            }
        }
    }

    private WorldMember include(Meta meta) {
        cursor.advance();
        UsePath path = paths.usePath();
        if (!cursor.eat(Token.WITH)) {
            cursor.expect(Token.SEMICOLON);
            return new WorldMember.Include(meta, path, List.of());
        }
        List<Member.Renaming> names = paths.names(true);
        cursor.eat(Token.SEMICOLON);
        return new WorldMember.Include(meta, path, names);
    }

    private Target target() {
        Id name = cursor.id();
        if (!cursor.at(Token.COLON)) {
            cursor.expect(Token.SEMICOLON);
            return new Target.Interface(UsePath.local(name));
        }
        boolean colonTouches = cursor.touchesPrevious();
        cursor.advance();
        Optional<FuncType> named = namedFunction();
        if (named.isPresent()) {
            cursor.expect(Token.SEMICOLON);
            return new Target.Func(name, named.get());
        }
        return switch (cursor.kind()) {
            case FUNC, ASYNC -> {
                var func = new Target.Func(name, types.funcType());
                cursor.expect(Token.SEMICOLON);
                yield func;
            }
            case INTERFACE -> {
                cursor.advance();
                yield new Target.Inline(name, interfaceBody());
            }
            case ID -> path(name, colonTouches && cursor.touchesPrevious());
            default -> throw cursor.unexpected("`func`, `async`, `interface` or the path of an interface");
        };
    }

    /** What follows {@code name:}; {@code joined} if no blank stands around that colon. */
    private Target path(Id name, boolean joined) {
        Id second = cursor.id();
        Target target;
        if (cursor.at(Token.SLASH) || joined) {
            target = new Target.Interface(paths.rest(name, second));
        } else if (cursor.eat(Token.COLON)) {
            target = new Target.Implements(name, paths.rest(second, cursor.id()));
        } else {
            target = new Target.Implements(name, UsePath.local(second));
        }
        cursor.expect(Token.SEMICOLON);
        return target;
    }
}
