package dev.belay.compose.internal.wac.syntax;

import dev.belay.compose.internal.wac.syntax.Statement.ExportName;
import dev.belay.wit.error.Source;
import dev.belay.wit.error.Span;
import dev.belay.wit.syntax.FuncType;
import dev.belay.wit.syntax.Id;
import dev.belay.wit.syntax.Item;
import dev.belay.wit.syntax.WitFragments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Parses a composition. */
public final class WacParser {
    private final Source source;
    private final Cursor cursor;
    private final WitFragments wit;
    private final ExprParser expressions;
    private final Map<String, FuncType> functions = new HashMap<>();

    private WacParser(Source source) {
        this.source = source;
        this.wit = new WitFragments(source);
        this.cursor = new Cursor(source);
        this.expressions = new ExprParser(cursor);
    }

    /**
     * @throws dev.belay.wit.error.WitException at the first place where {@code source} does not follow the grammar
     */
    public static Document parse(Source source) {
        return new WacParser(source).document();
    }

    private Document document() {
        cursor.expect("package");
        PackageRef name = cursor.packageRef();
        Optional<PackagePath> targets = cursor.eat("targets") ? Optional.of(cursor.packagePath()) : Optional.empty();
        cursor.expect(";");
        var statements = new ArrayList<Statement>();
        while (!cursor.atEnd()) {
            statements.add(statement());
        }
        return new Document(source, name, targets, statements);
    }

    private Statement statement() {
        int start = cursor.start();
        if (cursor.eat("import")) {
            return importStatement();
        }
        if (cursor.eat("let")) {
            Id name = cursor.id();
            cursor.expect("=");
            Expr value = expressions.expr();
            cursor.expect(";");
            return new Statement.Let(name, value);
        }
        if (cursor.eat("export")) {
            return export(start);
        }
        if (cursor.at("interface") || cursor.at("world")) {
            Item item = cursor.skip(wit.item(start, functions));
            return new Statement.Definition(item, item instanceof Item.Interface i ? i.name() : ((Item.World) item).name());
        }
        if (cursor.at("type")) {
            return alias(start);
        }
        if (cursor.at("record") || cursor.at("variant") || cursor.at("enum") || cursor.at("flags")) {
            return new Statement.Type(cursor.skip(wit.type(start)));
        }
        throw cursor.unexpected("`import`, `let`, `export`, `interface`, `world` or the definition of a type");
    }

    private Statement alias(int start) {
        if (!isFunction(start)) {
            return new Statement.Type(cursor.skip(wit.type(start)));
        }
        cursor.advance();
        Id name = cursor.id();
        cursor.expect("=");
        FuncType known = functions.get(cursor.word());
        FuncType type;
        if (known != null) {
            cursor.advance();
            type = known;
        } else {
            type = cursor.skip(wit.function(cursor.start()));
        }
        cursor.expect(";");
        functions.put(name.name(), type);
        return new Statement.FunctionType(name, type);
    }

    /** Whether a function's type follows {@code type name =}, which is WIT otherwise. */
    private boolean isFunction(int start) {
        var ahead = new Cursor(source, start);
        ahead.advance();
        ahead.id();
        ahead.expect("=");
        return ahead.at("func") || ahead.at("async") || functions.containsKey(ahead.word());
    }

    private Statement importStatement() {
        Id name = cursor.id();
        Optional<Label> as = cursor.eat("as") ? Optional.of(cursor.label()) : Optional.empty();
        cursor.expect(":");
        ImportType type = importType();
        cursor.expect(";");
        return new Statement.Import(name, as, type);
    }

    private ImportType importType() {
        if (cursor.at("func") || cursor.at("async")) {
            return new ImportType.Func(cursor.skip(wit.function(cursor.start())));
        }
        if (cursor.at("interface")) {
            Span span = cursor.span();
            cursor.advance();
            return new ImportType.Inline(cursor.skip(wit.interfaceBody(cursor.start(), functions)), span);
        }
        return cursor.nextIs(":", "") ? new ImportType.Path(cursor.packagePath()) : new ImportType.Named(cursor.id());
    }

    private Statement export(int start) {
        Expr value = expressions.expr();
        ExportName name;
        Span dots = cursor.span();
        if (cursor.eat("...")) {
            name = new ExportName.Spread(dots);
        } else if (cursor.eat("as")) {
            name = new ExportName.As(cursor.label());
        } else {
            name = new ExportName.Inferred();
        }
        cursor.expect(";");
        return new Statement.Export(value, name, cursor.since(start));
    }
}
