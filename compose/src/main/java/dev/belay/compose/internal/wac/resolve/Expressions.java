package dev.belay.compose.internal.wac.resolve;

import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.compose.ComposeException;
import dev.belay.compose.WacException;
import dev.belay.compose.WacProblem;
import dev.belay.compose.internal.graph.Graph;
import dev.belay.compose.internal.graph.MisfitException;
import dev.belay.compose.internal.graph.Part;
import dev.belay.compose.internal.graph.Value;
import dev.belay.compose.internal.wac.syntax.Expr;
import dev.belay.compose.internal.wac.syntax.Expr.Argument;
import dev.belay.compose.internal.wac.syntax.Label;
import dev.belay.wit.error.Problem;
import dev.belay.wit.error.Span;
import dev.belay.wit.error.WitException;
import dev.belay.wit.name.InterfaceName;
import dev.belay.wit.syntax.Id;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Evaluates expressions. */
final class Expressions {
    private final Graph graph;
    private final Scope scope;
    private final Packages packages;
    private final String label;

    /** @param label what the instance that an expression gives is called; empty if it has no name */
    Expressions(Graph graph, Scope scope, Packages packages, String label) {
        this.graph = graph;
        this.scope = scope;
        this.packages = packages;
        this.label = label;
    }

    Item evaluate(Expr expr) {
        return switch (expr) {
            case Expr.Name(var id) -> scope.get(id);
            case Expr.Access(var instance, var name, _) -> {
                Item of = unnamed().evaluate(instance);
                Set<String> exports = exports(of, instance.span());
                String meant = name.quoted() ? name.text() : Externs.meant(name.text(), exports);
                if (!exports.contains(meant)) {
                    throw new WitException(new Problem.Unknown(
                            name.span(), "export", name.text(), "in this instance",
                            name.quoted() ? List.copyOf(exports) : Externs.shortNames(exports)));
                }
                yield access(of, meant);
            }
            case Expr.New expression -> instantiate(expression);
        };
    }

    private Expressions unnamed() {
        return label.isEmpty() ? this : new Expressions(graph, scope, packages, "");
    }

    /** The names of what an instance exports. */
    Set<String> exports(Item item, Span span) {
        ExternType type = graph.type(item.value());
        if (type instanceof ExternType.Instance(InstanceType instance)) {
            return instance.exports().keySet();
        }
        throw new WacException(new WacProblem.NoInstance(span, type.sort()));
    }

    Item access(Item instance, String name) {
        var value = new Value.Exported(instance.value(), name);
        Optional<String> interfaceName = graph.type(value) instanceof ExternType.Instance
                ? InterfaceName.parse(name).map(_ -> name)
                : Optional.empty();
        return new Item(value, interfaceName, Optional.of(name));
    }

    private Item instantiate(Expr.New expression) {
        Part part = packages.component(expression.component());
        var arguments = new Arguments(part, expression);
        boolean rest = arguments.collect();
        Map<String, Value> values = arguments.values();
        List<String> missing = part.type().imports().keySet().stream()
                .filter(name -> !values.containsKey(name))
                .toList();
        if (!rest && !missing.isEmpty()) {
            throw new WacException(new WacProblem.MissingArguments(expression.component().span(), part.name(), missing));
        }
        missing.stream().filter(scope::isExplicit).findFirst().ifPresent(name -> {
            throw new WacException(new WacProblem.ImportConflict(expression.component().span(), part.name(), name));
        });
        try {
            var node = graph.instantiate(label.isEmpty() ? part.name() : label, part, values);
            return new Item(new Value.Whole(node), Optional.empty(), Optional.empty());
        } catch (MisfitException e) {
            Span span = arguments.spans.getOrDefault(e.importName(), expression.component().span());
            throw new WacException(new WacProblem.Misfit(span, part.name(), e.mismatch()));
        } catch (ComposeException e) {
            throw new WacException(
                    new WacProblem.Incompatible(expression.component().span(), String.valueOf(e.getMessage())));
        }
    }

    /** The arguments of one {@code new}. */
    private final class Arguments {
        private final Part part;
        private final Expr.New expression;
        private final Set<String> imports;
        private final Map<String, Value> found = new LinkedHashMap<>();
        private final Map<String, Span> spans = new LinkedHashMap<>();

        Arguments(Part part, Expr.New expression) {
            this.part = part;
            this.expression = expression;
            this.imports = part.type().imports().keySet();
        }

        Map<String, Value> values() {
            return found;
        }

        /** Whether the rest is to be imported. */
        boolean collect() {
            boolean rest = false;
            var spreads = new ArrayList<Argument.Spread>();
            for (Argument argument : expression.arguments()) {
                switch (argument) {
                    case Argument.Inferred(var name) -> {
                        Item item = scope.get(name);
                        put(inferred(name, item), item, name.span());
                    }
                    case Argument.Named(var name, var value) ->
                        put(named(name), unnamed().evaluate(value), name.span());
                    case Argument.Spread spread -> spreads.add(spread);
                    case Argument.Rest(var span) -> {
                        rest = true;
                        if (argument != expression.arguments().getLast()) {
                            throw new WacException(new WacProblem.RestNotLast(span));
                        }
                    }
                }
            }
            spreads.forEach(this::spread);
            return rest;
        }

        private String named(Label name) {
            return name.quoted() ? name.text() : Externs.meant(name.text(), imports);
        }

        private String inferred(Id name, Item item) {
            return item.interfaceName()
                    .filter(imports::contains)
                    .or(() -> item.name().filter(imports::contains))
                    .orElseGet(() -> Externs.meant(name.name(), imports));
        }

        private void put(String name, Item item, Span span) {
            if (!imports.contains(name)) {
                throw new WitException(new Problem.Unknown(
                        span, "import", name, "in `" + part.name() + "`", Externs.shortNames(imports)));
            }
            Span before = spans.putIfAbsent(name, span);
            if (before != null) {
                throw new WitException(new Problem.Duplicate(span, "argument", name, Optional.of(before)));
            }
            found.put(name, item.value());
        }

        private void spread(Argument.Spread spread) {
            Item item = scope.get(spread.name());
            Set<String> exports = exports(item, spread.name().span());
            boolean any = false;
            for (String name : imports) {
                if (!found.containsKey(name) && exports.contains(name)) {
                    any = true;
                    put(name, access(item, name), spread.span());
                }
            }
            if (!any) {
                throw new WacException(new WacProblem.NothingSpread(
                        spread.span(),
                        List.copyOf(exports),
                        "`" + spread.name() + "` exports nothing that `" + part.name() + "` still needs"));
            }
        }
    }
}
