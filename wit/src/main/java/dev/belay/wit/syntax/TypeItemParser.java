package dev.belay.wit.syntax;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.Span;
import dev.belay.wit.error.WitException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Definitions of named types, and functions. */
final class TypeItemParser {
    private final Cursor cursor;
    private final MetaParser metas;
    private final TypeParser types;

    TypeItemParser(Cursor cursor, MetaParser metas) {
        this.cursor = cursor;
        this.metas = metas;
        this.types = new TypeParser(cursor);
    }

    /** The definition that the current keyword opens, or empty if it opens none. */
    Optional<TypeItem> item(Meta meta) {
        return switch (cursor.kind()) {
            case TYPE, RECORD, VARIANT, ENUM, FLAGS, RESOURCE -> Optional.of(definition(meta));
            default -> Optional.empty();
        };
    }

    private TypeItem definition(Meta meta) {
        Token kind = cursor.kind();
        cursor.advance();
        Id name = cursor.id();
        return switch (kind) {
            case TYPE -> alias(meta, name);
            case RECORD -> new TypeItem.Record(meta, name, body(this::field));
            case VARIANT -> new TypeItem.Variant(meta, name, filled("variant", name, body(this::variantCase)));
            case ENUM -> new TypeItem.Enum(meta, name, filled("enum", name, body(this::label)));
            case FLAGS -> new TypeItem.Flags(meta, name, body(this::label));
            default -> resource(meta, name);
        };
    }

    private TypeItem alias(Meta meta, Id name) {
        cursor.expect(Token.EQUALS);
        TypeExpr type = types.type();
        cursor.expect(Token.SEMICOLON);
        return new TypeItem.Alias(meta, name, type);
    }

    private <T> List<T> body(java.util.function.Supplier<T> item) {
        cursor.expect(Token.LEFT_BRACE);
        return cursor.list(Token.RIGHT_BRACE, item);
    }

    private static <T> List<T> filled(String what, Id name, List<T> items) {
        if (items.isEmpty()) {
            throw new WitException(
                    new Problem.BrokenRule(name.span(), what + " `" + name + "` needs at least one case"));
        }
        return items;
    }

    private Field field() {
        Meta meta = metas.meta();
        return typed(meta);
    }

    private Field typed(Meta meta) {
        Id name = cursor.id();
        cursor.expect(Token.COLON);
        return new Field(meta, name, types.type());
    }

    private Label label() {
        return new Label(metas.meta(), cursor.id());
    }

    private TypeItem.Case variantCase() {
        Meta meta = metas.meta();
        Id name = cursor.id();
        if (!cursor.eat(Token.LEFT_PAREN)) {
            return new TypeItem.Case(meta, name, Optional.empty());
        }
        TypeExpr type = types.type();
        cursor.expect(Token.RIGHT_PAREN);
        return new TypeItem.Case(meta, name, Optional.of(type));
    }

    private TypeItem resource(Meta meta, Id name) {
        if (cursor.eat(Token.SEMICOLON)) {
            return new TypeItem.Resource(meta, name, List.of());
        }
        cursor.expect(Token.LEFT_BRACE);
        var methods = new ArrayList<TypeItem.Method>();
        while (!cursor.eat(Token.RIGHT_BRACE)) {
            methods.add(method(metas.meta()));
        }
        return new TypeItem.Resource(meta, name, methods);
    }

    private TypeItem.Method method(Meta meta) {
        if (cursor.at(Token.CONSTRUCTOR)) {
            Span span = cursor.span();
            cursor.advance();
            FuncType type = signature(false);
            cursor.expect(Token.SEMICOLON);
            return new TypeItem.Method(
                    meta, TypeItem.MethodKind.CONSTRUCTOR, new Id("constructor", span), type);
        }
        if (!cursor.at(Token.ID)) {
            throw cursor.unexpected("`constructor` or a name");
        }
        Id name = cursor.id();
        cursor.expect(Token.COLON);
        boolean isStatic = cursor.eat(Token.STATIC);
        FuncType type = funcType();
        cursor.expect(Token.SEMICOLON);
        return new TypeItem.Method(
                meta, isStatic ? TypeItem.MethodKind.STATIC : TypeItem.MethodKind.METHOD, name, type);
    }

    /** {@code async? func (…) -> …}. */
    FuncType funcType() {
        boolean async = cursor.eat(Token.ASYNC);
        cursor.expect(Token.FUNC);
        return signature(async);
    }

    private FuncType signature(boolean async) {
        cursor.expect(Token.LEFT_PAREN);
        List<Field> params = cursor.list(Token.RIGHT_PAREN, () -> typed(Meta.none()));
        Optional<TypeExpr> result = cursor.eat(Token.ARROW) ? Optional.of(types.type()) : Optional.empty();
        return new FuncType(async, params, result);
    }
}
