package dev.belay.wit.syntax;

import dev.belay.wit.Span;
import dev.belay.wit.WitError;
import dev.belay.wit.WitException;
import java.util.List;
import java.util.Optional;

/** Reads types and function signatures. */
final class TypeParser {
    /** Types within types: deeper than any interface, far from what a thread's stack can take. */
    private static final int MAX_NESTING = 100;

    private final Tokens in;
    private int nesting;

    TypeParser(Tokens in) {
        this.in = in;
    }

    Ast.Signature signature() {
        Span start = in.peek().span();
        boolean async = in.accept("async");
        in.expect("func");
        return parameters(async, start);
    }

    /** What follows {@code func} or {@code constructor}. */
    Ast.Signature parameters(boolean async, Span start) {
        List<Ast.Param> params = in.list("(", ")", this::param);
        Optional<Ast.Type> result = in.accept("->") ? Optional.of(type()) : Optional.empty();
        return new Ast.Signature(async, params, result, in.from(start));
    }

    Ast.Param param() {
        Ast.Id name = in.id("a name");
        in.expect(":");
        return new Ast.Param(name, type());
    }

    Ast.Type type() {
        if (++nesting > MAX_NESTING) {
            throw new WitException(new WitError.Invalid(
                    in.peek().span(), "types nest deeper than " + MAX_NESTING));
        }
        Ast.Type type = nested();
        nesting--;
        return type;
    }

    private Ast.Type nested() {
        Token token = in.peek();
        Span start = token.span();
        if (token.kind() == Token.Kind.WORD && Keywords.PRIMITIVES.contains(token.text())) {
            in.take();
            return new Ast.Primitive(token.text(), start);
        }
        if (token.kind() == Token.Kind.WORD) {
            switch (token.text()) {
                case "list" -> {
                    return list(start);
                }
                case "map" -> {
                    in.take();
                    in.expect("<");
                    Ast.Type key = type();
                    in.expect(",");
                    Ast.Type value = type();
                    in.accept(",");
                    in.expect(">");
                    return new Ast.MapType(key, value, in.from(start));
                }
                case "option" -> {
                    in.take();
                    in.expect("<");
                    Ast.Type type = type();
                    in.expect(">");
                    return new Ast.OptionType(type, in.from(start));
                }
                case "result" -> {
                    return result(start);
                }
                case "tuple" -> {
                    in.take();
                    List<Ast.Type> types = in.list("<", ">", this::type);
                    return new Ast.TupleType(types, in.from(start));
                }
                case "borrow" -> {
                    return new Ast.BorrowType(handle(), in.from(start));
                }
                case "own" -> {
                    return new Ast.OwnType(handle(), in.from(start));
                }
                case "stream" -> {
                    return new Ast.StreamType(element(), in.from(start));
                }
                case "future" -> {
                    return new Ast.FutureType(element(), in.from(start));
                }
                default -> {}
            }
        }
        return new Ast.Named(in.id("a type"), start);
    }

    private Ast.Type list(Span start) {
        in.take();
        in.expect("<");
        Ast.Type element = type();
        Optional<Integer> length = Optional.empty();
        if (in.accept(",")) {
            Token number = in.take();
            try {
                length = Optional.of(Integer.parseUnsignedInt(number.text()));
            } catch (NumberFormatException _) {
                throw new WitException(
                        new WitError.Unexpected(number.span(), "the length of the list", number.describe()));
            }
        }
        in.expect(">");
        return new Ast.ListType(element, length, in.from(start));
    }

    private Ast.Type result(Span start) {
        in.take();
        Optional<Ast.Type> ok = Optional.empty();
        Optional<Ast.Type> error = Optional.empty();
        if (in.accept("<")) {
            ok = in.accept("_") ? Optional.empty() : Optional.of(type());
            if (in.accept(",")) {
                error = Optional.of(type());
            } else if (ok.isEmpty()) {
                throw in.unexpected("',' and an error type");
            }
            in.expect(">");
        }
        return new Ast.ResultType(ok, error, in.from(start));
    }

    private Ast.Id handle() {
        in.take();
        in.expect("<");
        Ast.Id resource = in.id("a resource");
        in.expect(">");
        return resource;
    }

    private Optional<Ast.Type> element() {
        in.take();
        if (!in.accept("<")) {
            return Optional.empty();
        }
        Optional<Ast.Type> element = in.accept("_") ? Optional.empty() : Optional.of(type());
        in.expect(">");
        return element;
    }
}
