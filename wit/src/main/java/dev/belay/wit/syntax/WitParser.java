package dev.belay.wit.syntax;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.Source;
import dev.belay.wit.error.WitException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses one file of WIT. Its work grows with the length of the text, and its stack does not. */
public final class WitParser {
    private final Cursor cursor;
    private final MetaParser metas;
    private final PathParser paths;
    private final BodyParser bodies;

    private WitParser(Source source) {
        cursor = new Cursor(source);
        metas = new MetaParser(cursor);
        paths = new PathParser(cursor);
        bodies = new BodyParser(cursor, metas, paths);
    }

    /**
     * @throws WitException at the first place where {@code source} does not follow the grammar
     */
    public static WitFile parse(Source source) {
        return new WitParser(source).file();
    }

    private WitFile file() {
        var items = new ArrayList<Item>();
        Meta fileMeta = Meta.none();
        Optional<PackageName> packageName = Optional.empty();
        boolean first = true;
        while (!cursor.at(Token.END)) {
            Meta meta = metas.meta();
            if (cursor.eat(Token.PACKAGE)) {
                PackageName name = paths.packageName();
                if (first && cursor.eat(Token.SEMICOLON)) {
                    fileMeta = meta;
                    packageName = Optional.of(name);
                } else {
                    items.add(nestedPackage(meta, name));
                }
            } else {
                items.add(item(meta));
            }
            first = false;
        }
        return new WitFile(fileMeta, packageName, items);
    }

    private Item nestedPackage(Meta meta, PackageName name) {
        cursor.expect(Token.LEFT_BRACE);
        var items = new ArrayList<Item>();
        while (!cursor.eat(Token.RIGHT_BRACE)) {
            Meta itemMeta = metas.meta();
            if (cursor.at(Token.PACKAGE)) {
                throw new WitException(
                        new Problem.BrokenRule(cursor.span(), "a package within a package must stand at the top level"));
            }
            items.add(item(itemMeta));
        }
        return new Item.Package(meta, name, items);
    }

    private Item item(Meta meta) {
        switch (cursor.kind()) {
            case USE -> {
                cursor.advance();
                UsePath path = paths.usePath();
                Optional<Id> alias = cursor.eat(Token.AS) ? Optional.of(cursor.id()) : Optional.empty();
                cursor.expect(Token.SEMICOLON);
                return new Item.Use(path, alias);
            }
            case INTERFACE -> {
                cursor.advance();
                Id name = cursor.id();
                return new Item.Interface(meta, name, bodies.interfaceBody());
            }
            case WORLD -> {
                cursor.advance();
                Id name = cursor.id();
                return new Item.World(meta, name, bodies.worldBody());
            }
            default -> throw cursor.unexpected("`package`, `interface`, `world` or `use`");
        }
    }
}
