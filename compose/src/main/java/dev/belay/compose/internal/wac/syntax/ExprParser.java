package dev.belay.compose.internal.wac.syntax;

import dev.belay.compose.internal.wac.syntax.Expr.Argument;
import dev.belay.wit.error.Problem;
import dev.belay.wit.error.Span;
import dev.belay.wit.error.WitException;
import dev.belay.wit.syntax.Id;
import java.util.ArrayList;
import java.util.List;

/** Parses expressions. */
final class ExprParser {
    /** Expressions within expressions; far from the end of the stack. */
    private static final int MAX_NESTING = 100;
    /** How many accesses may follow each other: each is one level of the tree. */
    private static final int MAX_ACCESSES = 100;

    private final Cursor cursor;
    private int depth;

    ExprParser(Cursor cursor) {
        this.cursor = cursor;
    }

    Expr expr() {
        if (++depth > MAX_NESTING) {
            throw new WitException(new Problem.TooMuch(cursor.span(), "the nesting of expressions", MAX_NESTING));
        }
        int start = cursor.start();
        Expr expr = primary();
        for (int i = 0; cursor.at(".") || cursor.at("["); i++) {
            if (i == MAX_ACCESSES) {
                throw new WitException(new Problem.TooMuch(cursor.span(), "the number of accesses", MAX_ACCESSES));
            }
            expr = new Expr.Access(expr, accessed(), cursor.since(start));
        }
        depth--;
        return expr;
    }

    private Label accessed() {
        if (cursor.eat(".")) {
            Span span = cursor.span();
            return new Label(cursor.id().name(), false, span);
        }
        cursor.expect("[");
        if (!cursor.atString()) {
            throw cursor.unexpected("a string");
        }
        Label label = cursor.label();
        cursor.expect("]");
        return label;
    }

    private Expr primary() {
        int start = cursor.start();
        if (cursor.eat("(")) {
            Expr inner = expr();
            cursor.expect(")");
            return inner;
        }
        if (!cursor.eat("new")) {
            return new Expr.Name(cursor.id());
        }
        PackageRef component = cursor.packageRef();
        return new Expr.New(component, arguments(), cursor.since(start));
    }

    private List<Argument> arguments() {
        cursor.expect("{");
        var arguments = new ArrayList<Argument>();
        while (!cursor.eat("}")) {
            arguments.add(argument());
            if (!cursor.eat(",")) {
                cursor.expect("}");
                break;
            }
        }
        return arguments;
    }

    private Argument argument() {
        int start = cursor.start();
        Span span = cursor.span();
        if (cursor.eat("...")) {
            return cursor.at(",") || cursor.at("}")
                    ? new Argument.Rest(span)
                    : new Argument.Spread(cursor.id(), cursor.since(start));
        }
        boolean isString = cursor.atString();
        Label name = cursor.label();
        if (!isString && !cursor.at(":")) {
            return new Argument.Inferred(new Id(name.text(), name.span()));
        }
        cursor.expect(":");
        return new Argument.Named(name, expr());
    }
}
