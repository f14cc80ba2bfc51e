package dev.belay.compose.internal.wac.syntax;

import dev.belay.wit.error.Span;
import dev.belay.wit.syntax.Id;
import java.util.List;

/** An expression. */
public sealed interface Expr {
    Span span();

    record Name(Id id) implements Expr {
        @Override
        public Span span() {
            return id.span();
        }
    }

    record New(PackageRef component, List<Argument> arguments, Span span) implements Expr {
        public New {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code instance.name} or {@code instance["name"]}. */
    record Access(Expr instance, Label name, Span span) implements Expr {}

    /** An argument of {@code new}. */
    sealed interface Argument {
        record Inferred(Id name) implements Argument {}

        record Named(Label name, Expr value) implements Argument {}

        /** {@code ...name}. */
        record Spread(Id name, Span span) implements Argument {}

        /** {@code ...}: what is missing is imported. */
        record Rest(Span span) implements Argument {}
    }
}
