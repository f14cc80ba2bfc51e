package dev.belay.wit.syntax;

import dev.belay.wit.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads type definitions. */
final class TypeDefParser {
    private static final Set<String> STARTS = Set.of("record", "variant", "enum", "flags", "type", "resource");

    private final Tokens in;
    private final TypeParser types;
    private final Supplier<Ast.Meta> meta;

    TypeDefParser(Tokens in, TypeParser types, Supplier<Ast.Meta> meta) {
        this.in = in;
        this.types = types;
        this.meta = meta;
    }

    boolean starts() {
        return in.peek().kind() == Token.Kind.WORD && STARTS.contains(in.peek().text());
    }

    Ast.TypeDef typeDef(Ast.Meta its) {
        Span start = in.peek().span();
        String keyword = in.take().text();
        Ast.Id name = in.id("the type's name");
        Ast.TypeBody body = switch (keyword) {
            case "record" -> new Ast.RecordBody(in.list("{", "}", this::documentedParam));
            case "variant" -> new Ast.VariantBody(in.list("{", "}", this::variantCase));
            case "enum" -> new Ast.EnumBody(in.list("{", "}", () -> in.id("a case")));
            case "flags" -> new Ast.FlagsBody(in.list("{", "}", () -> in.id("a flag")));
            case "type" -> alias();
            default -> resource(name);
        };
        return new Ast.TypeDef(name, body, its, in.from(start));
    }

    private Ast.Param documentedParam() {
        return types.param();
    }

    private Ast.Case variantCase() {
        Ast.Id name = in.id("a case");
        if (!in.accept("(")) {
            return new Ast.Case(name, Optional.empty());
        }
        Ast.Type payload = types.type();
        in.expect(")");
        return new Ast.Case(name, Optional.of(payload));
    }

    private Ast.TypeBody alias() {
        in.expect("=");
        Ast.Type type = types.type();
        in.expect(";");
        return new Ast.AliasBody(type);
    }

    private Ast.TypeBody resource(Ast.Id name) {
        var items = new ArrayList<Ast.ResourceItem>();
        if (in.accept(";")) {
            return new Ast.ResourceBody(List.of());
        }
        in.expect("{");
        while (!in.accept("}")) {
            items.add(resourceItem(name));
        }
        return new Ast.ResourceBody(items);
    }

    private Ast.ResourceItem resourceItem(Ast.Id resource) {
        Ast.Meta its = meta.get();
        Span start = in.peek().span();
        if (in.accept("constructor")) {
            Ast.Signature signature = types.parameters(false, start);
            in.expect(";");
            return new Ast.ResourceItem(
                    Ast.ResourceItemKind.CONSTRUCTOR, new Ast.Id(resource.name(), start), signature, its);
        }
        Ast.Id name = in.id("a method");
        in.expect(":");
        boolean isStatic = in.accept("static");
        Ast.Signature signature = types.signature();
        in.expect(";");
        return new Ast.ResourceItem(
                isStatic ? Ast.ResourceItemKind.STATIC : Ast.ResourceItemKind.METHOD, name, signature, its);
    }
}
