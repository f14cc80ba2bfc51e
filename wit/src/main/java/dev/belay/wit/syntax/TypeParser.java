package dev.belay.wit.syntax;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.WitException;
import java.util.Optional;

/** The {@code ty} of the grammar. */
final class TypeParser {
    /** Types within types: as deep as other tools go, and far from the end of the stack. */
    static final int MAX_NESTING = 100;

    private final Cursor cursor;
    private int depth;

    TypeParser(Cursor cursor) {
        this.cursor = cursor;
    }

    TypeExpr type() {
        if (depth == MAX_NESTING) {
            throw new WitException(new Problem.TooMuch(cursor.span(), "the nesting of types", MAX_NESTING));
        }
        depth++;
        TypeExpr type = parse();
        depth--;
        return type;
    }

    private TypeExpr parse() {
        Token kind = cursor.kind();
        if (Primitives.isPrimitive(kind)) {
            cursor.advance();
            return new TypeExpr.Prim(kind.text());
        }
        if (kind == Token.ID) {
            return new TypeExpr.Named(cursor.id());
        }
        return switch (kind) {
            case LIST -> list();
            case OPTION -> new TypeExpr.Option(argument());
            case RESULT -> result();
            case TUPLE -> {
                cursor.advance();
                cursor.expect(Token.LESS);
                yield new TypeExpr.Tuple(cursor.list(Token.GREATER, this::type));
            }
            case MAP -> map();
            case STREAM -> new TypeExpr.Stream(optionalArgument());
            case FUTURE -> new TypeExpr.Future(optionalArgument());
            case OWN -> new TypeExpr.Own(handle());
            case BORROW -> new TypeExpr.Borrow(handle());
            default -> throw cursor.unexpected("a type");
        };
    }

    private TypeExpr argument() {
        cursor.advance();
        cursor.expect(Token.LESS);
        TypeExpr type = type();
        cursor.expect(Token.GREATER);
        return type;
    }

    private Optional<TypeExpr> optionalArgument() {
        cursor.advance();
        if (!cursor.eat(Token.LESS)) {
            return Optional.empty();
        }
        TypeExpr type = type();
        cursor.expect(Token.GREATER);
        return Optional.of(type);
    }

    private Id handle() {
        cursor.advance();
        cursor.expect(Token.LESS);
        Id id = cursor.id();
        cursor.expect(Token.GREATER);
        return id;
    }

    private TypeExpr list() {
        cursor.advance();
        cursor.expect(Token.LESS);
        TypeExpr element = type();
        if (!cursor.eat(Token.COMMA)) {
            cursor.expect(Token.GREATER);
            return new TypeExpr.ListOf(element);
        }
        int length = length();
        cursor.expect(Token.GREATER);
        return new TypeExpr.FixedList(element, length);
    }

    private int length() {
        if (!cursor.at(Token.INTEGER)) {
            throw cursor.unexpected("the list's fixed length");
        }
        String digits = cursor.word();
        // Ten digits hold every 32-bit number, and fit a long.
        long length = digits.length() > 10 ? Long.MAX_VALUE : Long.parseLong(digits);
        if (length == 0 || digits.startsWith("0") || length > Integer.MAX_VALUE) {
            throw new WitException(new Problem.BrokenRule(
                    cursor.span(), "a fixed length must be from 1 to " + Integer.MAX_VALUE + ", without leading zeros"));
        }
        cursor.advance();
        return (int) length;
    }

    private TypeExpr result() {
        cursor.advance();
        if (!cursor.eat(Token.LESS)) {
            return new TypeExpr.Result(Optional.empty(), Optional.empty());
        }
        boolean noOk = cursor.eat(Token.UNDERSCORE);
        Optional<TypeExpr> ok = noOk ? Optional.empty() : Optional.of(type());
        Optional<TypeExpr> error = Optional.empty();
        if (noOk || cursor.at(Token.COMMA)) {
            cursor.expect(Token.COMMA);
            error = Optional.of(type());
        }
        cursor.expect(Token.GREATER);
        return new TypeExpr.Result(ok, error);
    }

    private TypeExpr map() {
        cursor.advance();
        cursor.expect(Token.LESS);
        if (!Primitives.isMapKey(cursor.kind())) {
            throw cursor.unexpected("the type of the map's keys (bool, an integer type, char or string)");
        }
        TypeExpr key = type();
        cursor.expect(Token.COMMA);
        TypeExpr value = type();
        cursor.expect(Token.GREATER);
        return new TypeExpr.MapOf(key, value);
    }
}
