package dev.belay.compose.internal.wac.syntax;

import dev.belay.wit.error.Span;
import dev.belay.wit.syntax.FuncType;
import dev.belay.wit.syntax.Id;
import dev.belay.wit.syntax.Item;
import dev.belay.wit.syntax.TypeItem;
import java.util.Optional;

/** One statement. They are evaluated in their order, and each can name what stands before it only. */
public sealed interface Statement {
    record Import(Id name, Optional<Label> as, ImportType type) implements Statement {}

    /** {@code interface} or {@code world}. */
    record Definition(Item item, Id name) implements Statement {}

    record Type(TypeItem item) implements Statement {}

    /** {@code type name = func(…);}. */
    record FunctionType(Id name, FuncType type) implements Statement {}

    record Let(Id name, Expr value) implements Statement {}

    record Export(Expr value, ExportName name, Span span) implements Statement {}

    /** Under which name something is exported. */
    sealed interface ExportName {
        /** That which it has already. */
        record Inferred() implements ExportName {}

        record As(Label label) implements ExportName {}

        /** {@code …}: everything that the instance exports, under its names. */
        record Spread(Span span) implements ExportName {}
    }
}
