package dev.belay.compose.internal.wac.resolve;

import dev.belay.component.type.AnyType;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.Mismatch;
import dev.belay.component.wit.WitTypes;
import dev.belay.compose.ComposeException;
import dev.belay.compose.Dependencies;
import dev.belay.compose.Targets;
import dev.belay.compose.WacException;
import dev.belay.compose.WacProblem;
import dev.belay.compose.internal.graph.Graph;
import dev.belay.compose.internal.graph.Value;
import dev.belay.compose.internal.wac.syntax.Document;
import dev.belay.compose.internal.wac.syntax.PackagePath;
import dev.belay.compose.internal.wac.syntax.Statement;
import dev.belay.wit.error.Problem;
import dev.belay.wit.error.Span;
import dev.belay.wit.error.WitException;
import dev.belay.wit.syntax.Id;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates the statements of a document, in their order. */
public final class Evaluation {
    private final Document document;
    private final Packages packages;
    private final Declarations declarations;
    private final WitTypes types;
    private final Map<String, AnyType> definitions;
    private final Graph graph = new Graph();
    private final Scope scope;
    private final Map<String, Span> exports = new HashMap<>();

    private Evaluation(Document document, Dependencies dependencies) {
        this.document = document;
        this.packages = new Packages(dependencies);
        this.declarations = Declarations.of(document, packages);
        this.types = declarations.resolve();
        this.definitions = declarations.definitions(types);
        this.scope = new Scope();
    }

    public static Evaluation of(Document document, Dependencies dependencies) {
        var evaluation = new Evaluation(document, dependencies);
        try {
            evaluation
                    .declarations
                    .imports()
                    .externs(evaluation.types, evaluation.definitions)
                    .forEach(evaluation.graph::declare);
            evaluation.definitions.forEach(evaluation.graph::define);
        } catch (ComposeException e) {
            throw evaluation.incompatible(e);
        }
        document.statements().forEach(evaluation::statement);
        return evaluation;
    }

    public Graph graph() {
        return graph;
    }

    /**
     * Holds the type of the whole against the world that the document names, if it does.
     *
     * @throws WacException if it does not fit
     */
    public void check(ComponentType type) {
        document.targets().ifPresent(world -> check(type, world));
    }

    /** The problem of a whole that cannot stand alone. */
    public WacException incompatible(ComposeException e) {
        return new WacException(new WacProblem.Incompatible(document.name().span(), message(e)));
    }

    private void check(ComponentType type, PackagePath path) {
        String name = declarations.path(path).toString();
        ComponentType world = types.worldType(name)
                .orElseThrow(() -> new WitException(new Problem.Unknown(
                        path.name().span(), "world", path.name().name(), "in package `" + path.owner() + "`", worlds(path))));
        List<Mismatch> differences = Targets.differences(type, world);
        if (!differences.isEmpty()) {
            throw new WacException(new WacProblem.OffTarget(
                    path.span(), name, differences.stream().map(Mismatch::toString).toList()));
        }
    }

    private List<String> worlds(PackagePath path) {
        return types.packages().packages().stream()
                .filter(p -> p.name().toString().startsWith(path.owner().unversioned()))
                .flatMap(p -> p.worlds().keySet().stream())
                .toList();
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.Import importing -> {
                var imported = declarations.imports().of(importing);
                Item item = new Item(
                        new Value.Imported(imported.name()),
                        imported.interfaceName(),
                        Optional.of(imported.name()));
                scope.define(importing.name(), item);
                scope.explicit(imported.name());
            }
            case Statement.Let(var name, var value) ->
                scope.define(name, new Expressions(graph, scope, packages, name.name()).evaluate(value));
            case Statement.Export export -> export(export);
            case Statement.Definition(_, var name) -> define(name);
            case Statement.Type(var item) -> define(item.name());
            case Statement.FunctionType(var name, _) -> define(name);
        }
    }

    /** What is defined is exported as well. */
    private void define(Id name) {
        claim(name.name(), name.span());
        scope.define(name, new Item(new Value.Defined(name.name()), Optional.empty(), Optional.of(name.name())));
    }

    private void export(Statement.Export export) {
        var expressions = new Expressions(graph, scope, packages, "");
        Item item = expressions.evaluate(export.value());
        switch (export.name()) {
            case Statement.ExportName.As(var label) -> export(label.text(), item, label.span());
            case Statement.ExportName.Inferred() -> export(
                    item.interfaceName()
                            .or(item::name)
                            .orElseThrow(() -> new WacException(new WacProblem.NoExportName(export.value().span()))),
                    item,
                    export.value().span());
            case Statement.ExportName.Spread(var span) -> spread(expressions, item, export.value().span(), span);
        }
    }

    private void spread(Expressions expressions, Item item, Span value, Span dots) {
        var names = expressions.exports(item, value);
        var fresh = names.stream().filter(name -> !exports.containsKey(name)).toList();
        if (fresh.isEmpty()) {
            throw new WacException(new WacProblem.NothingSpread(
                    dots, List.copyOf(names), "this exports nothing that is not exported already"));
        }
        fresh.forEach(name -> export(name, expressions.access(item, name), dots));
    }

    private void export(String name, Item item, Span span) {
        claim(name, span);
        graph.export(name, item.value());
    }

    private void claim(String name, Span span) {
        Externs.checkName("export", name, span);
        Span before = exports.putIfAbsent(name, span);
        if (before != null) {
            throw new WitException(new Problem.Duplicate(span, "export", name, Optional.of(before)));
        }
    }

    private static String message(ComposeException e) {
        return String.valueOf(e.getMessage());
    }
}
