package dev.belay.wit.syntax;

import dev.belay.wit.Source;
import dev.belay.wit.Span;
import dev.belay.wit.WitError;
import dev.belay.wit.WitException;
import dev.belay.wit.name.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a WIT file. */
public final class WitParser {
    private final Tokens in;
    private final TypeParser types;
    private final TypeDefParser typeDefs;

    private WitParser(Source source) {
        this.in = new Tokens(source);
        this.types = new TypeParser(in);
        this.typeDefs = new TypeDefParser(in, types, this::meta);
    }

    /**
     * @throws WitException if the text is not WIT
     */
    public static Ast.File parse(Source source) {
        return new WitParser(source).file();
    }

    private Ast.File file() {
        Span start = in.peek().span();
        Optional<Ast.PackageName> packageName = Optional.empty();
        Ast.Meta packageMeta = Ast.Meta.NONE;
        var items = new ArrayList<Ast.Item>();
        boolean first = true;
        while (!in.atEnd()) {
            Ast.Meta meta = meta();
            if (in.is("package")) {
                Span at = in.take().span();
                Ast.PackageName name = packageName();
                if (first && in.accept(";")) {
                    packageName = Optional.of(name);
                    packageMeta = meta;
                } else {
                    items.add(new Ast.Package(name, meta, packageItems(), in.from(at)));
                }
            } else {
                items.add(item(meta));
            }
            first = false;
        }
        return new Ast.File(packageName, packageMeta, items, in.from(start));
    }

    private List<Ast.Item> packageItems() {
        in.expect("{");
        var items = new ArrayList<Ast.Item>();
        while (!in.accept("}")) {
            items.add(item(meta()));
        }
        return items;
    }

    private Ast.Item item(Ast.Meta meta) {
        Span start = in.peek().span();
        if (in.accept("use")) {
            Ast.Path path = path();
            Optional<Ast.Id> as = in.accept("as") ? Optional.of(in.id("a name")) : Optional.empty();
            in.expect(";");
            return new Ast.TopLevelUse(path, as, in.from(start));
        }
        if (in.accept("interface")) {
            Ast.Id name = in.id("the interface's name");
            return new Ast.Interface(name, meta, interfaceItems(), in.from(start));
        }
        if (in.accept("world")) {
            Ast.Id name = in.id("the world's name");
            return new Ast.World(name, meta, worldItems(), in.from(start));
        }
        throw in.unexpected("'world', 'interface' or 'use'");
    }

    private List<Ast.InterfaceItem> interfaceItems() {
        in.expect("{");
        var items = new ArrayList<Ast.InterfaceItem>();
        while (!in.accept("}")) {
            Ast.Meta meta = meta();
            if (in.is("use")) {
                items.add(use(meta));
            } else if (typeDefs.starts()) {
                items.add(typeDefs.typeDef(meta));
            } else {
                items.add(func(meta));
            }
        }
        return items;
    }

    private Ast.Func func(Ast.Meta meta) {
        Span start = in.peek().span();
        Ast.Id name = in.id("a type or a function");
        in.expect(":");
        Ast.Signature signature = types.signature();
        in.expect(";");
        return new Ast.Func(name, signature, meta, in.from(start));
    }

    private List<Ast.WorldItem> worldItems() {
        in.expect("{");
        var items = new ArrayList<Ast.WorldItem>();
        while (!in.accept("}")) {
            Ast.Meta meta = meta();
            Span start = in.peek().span();
            if (in.is("use")) {
                items.add(use(meta));
            } else if (in.accept("include")) {
                Ast.Path path = path();
                List<Ast.UsedName> names = in.accept("with") ? in.list("{", "}", this::renamed) : List.of();
                if (!in.accept(";") && names.isEmpty()) {
                    throw in.unexpected("';'");
                }
                items.add(new Ast.Include(path, names, meta, in.from(start)));
            } else if (in.is("import") || in.is("export")) {
                boolean export = in.take().is("export");
                items.add(new Ast.Extern(export, extern(), meta, in.from(start)));
            } else if (typeDefs.starts()) {
                items.add(typeDefs.typeDef(meta));
            } else {
                throw in.unexpected("'import', 'export', 'include', 'use' or a type");
            }
        }
        return items;
    }

    private Ast.ExternKind extern() {
        boolean named = in.peek(1).is(":");
        // a package's name has a colon as well, but no space is told apart: what follows the colon decides
        if (named && (in.peek(2).is("func") || in.peek(2).is("async") || in.peek(2).is("interface"))) {
            Ast.Id name = in.id("a name");
            in.expect(":");
            if (in.accept("interface")) {
                return new Ast.ExternInterface(name, interfaceItems());
            }
            Ast.Signature signature = types.signature();
            in.expect(";");
            return new Ast.ExternFunc(name, signature);
        }
        if (named && !in.peek(3).is("/")) {
            Ast.Id name = in.id("a name");
            in.expect(":");
            Ast.Path path = path();
            in.expect(";");
            return new Ast.ExternNamed(name, path);
        }
        Ast.Path path = path();
        in.expect(";");
        return new Ast.ExternPath(path);
    }

    private Ast.Use use(Ast.Meta meta) {
        Span start = in.expect("use").span();
        Ast.Path path = path();
        in.expect(".");
        List<Ast.UsedName> names = in.list("{", "}", this::used);
        in.expect(";");
        return new Ast.Use(path, names, meta, in.from(start));
    }

    private Ast.UsedName used() {
        return new Ast.UsedName(in.id("a type's name"), in.accept("as") ? Optional.of(in.id("a name")) : Optional.empty());
    }

    private Ast.UsedName renamed() {
        Ast.Id name = in.id("a name");
        in.expect("as");
        return new Ast.UsedName(name, Optional.of(in.id("a name")));
    }

    private Ast.PackageName packageName() {
        Span start = in.peek().span();
        Ast.Id namespace = in.id("a package's name");
        in.expect(":");
        Ast.Id name = in.id("a package's name");
        return new Ast.PackageName(namespace, name, version(), in.from(start));
    }

    private Ast.Path path() {
        Span start = in.peek().span();
        Ast.Id first = in.id("an interface");
        if (!in.accept(":")) {
            return new Ast.Path(Optional.empty(), first, in.from(start));
        }
        Ast.Id packageId = in.id("a package");
        in.expect("/");
        Ast.Id name = in.id("an interface");
        Optional<Version> version = version();
        Span span = in.from(start);
        return new Ast.Path(Optional.of(new Ast.PackageName(first, packageId, version, span)), name, span);
    }

    private Optional<Version> version() {
        return in.accept("@") ? Optional.of(VersionParser.version(in)) : Optional.empty();
    }

    /** Documentation and the gates {@code @since}, {@code @unstable} and {@code @deprecated}. */
    private Ast.Meta meta() {
        String docs = in.peek().docs();
        Optional<Version> since = Optional.empty();
        Optional<String> unstable = Optional.empty();
        Optional<Version> deprecated = Optional.empty();
        while (in.accept("@")) {
            Token gate = in.take();
            in.expect("(");
            switch (gate.text()) {
                case "since" -> since = Optional.of(gateVersion());
                case "deprecated" -> deprecated = Optional.of(gateVersion());
                case "unstable" -> {
                    in.expect("feature");
                    in.expect("=");
                    unstable = Optional.of(in.id("a feature's name").name());
                }
                default ->
                    throw new WitException(WitError.Unknown.of(
                            gate.span(), "gate", gate.text(), List.of("since", "unstable", "deprecated")));
            }
            in.expect(")");
        }
        return new Ast.Meta(docs, since, unstable, deprecated);
    }

    private Version gateVersion() {
        in.expect("version");
        in.expect("=");
        return VersionParser.version(in);
    }
}
