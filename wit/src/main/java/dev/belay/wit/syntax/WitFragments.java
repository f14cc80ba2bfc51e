package dev.belay.wit.syntax;

import dev.belay.wit.error.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses pieces of WIT that stand in a text of another language. Each is named by the offset at which it starts. */
public final class WitFragments {
    private final Source source;
    private final char[] text;

    /**
     * @throws dev.belay.wit.error.WitException if the text holds characters that no WIT may hold, or is too long
     */
    public WitFragments(Source source) {
        TextRules.check(source);
        this.source = source;
        this.text = source.text().toCharArray();
    }

    /**
     * A piece.
     *
     * @param end the offset behind its last token
     */
    public record Fragment<T>(T value, int end) {}

    /** The definition of an interface or world. {@code functions}: types of functions that can be named in it. */
    public Fragment<Item> item(int from, Map<String, FuncType> functions) {
        var cursor = cursor(from);
        Token kind = cursor.kind();
        if (!cursor.eat(Token.INTERFACE) && !cursor.eat(Token.WORLD)) {
            throw cursor.unexpected("`interface` or `world`");
        }
        Id name = cursor.id();
        var bodies = bodies(cursor, functions);
        Item item = kind == Token.INTERFACE
                ? new Item.Interface(Meta.none(), name, bodies.interfaceBody())
                : new Item.World(Meta.none(), name, bodies.worldBody());
        return new Fragment<>(item, cursor.previousEnd());
    }

    /** What is within the braces of an interface, braces included. */
    public Fragment<List<Member>> interfaceBody(int from, Map<String, FuncType> functions) {
        var cursor = cursor(from);
        return new Fragment<>(bodies(cursor, functions).interfaceBody(), cursor.previousEnd());
    }

    /** The definition of a type, to its semicolon or closing brace. */
    public Fragment<TypeItem> type(int from) {
        var cursor = cursor(from);
        Optional<TypeItem> item = new TypeItemParser(cursor, new MetaParser(cursor)).item(Meta.none());
        TypeItem found = item.orElseThrow(() -> cursor.unexpected("the definition of a type"));
        return new Fragment<>(found, cursor.previousEnd());
    }

    public Fragment<FuncType> function(int from) {
        var cursor = cursor(from);
        FuncType type = new TypeItemParser(cursor, new MetaParser(cursor)).funcType();
        return new Fragment<>(type, cursor.previousEnd());
    }

    private Cursor cursor(int from) {
        return new Cursor(new Lexer(source, text, from));
    }

    private static BodyParser bodies(Cursor cursor, Map<String, FuncType> functions) {
        return new BodyParser(cursor, new MetaParser(cursor), new PathParser(cursor), functions);
    }
}
