package dev.belay.compose.internal.wac.syntax;

import dev.belay.wit.error.Span;
import dev.belay.wit.syntax.FuncType;
import dev.belay.wit.syntax.Id;
import dev.belay.wit.syntax.Member;
import java.util.List;

/** What is imported. */
public sealed interface ImportType {
    record Path(PackagePath path) implements ImportType {}

    record Func(FuncType type) implements ImportType {}

    record Inline(List<Member> members, Span span) implements ImportType {
        public Inline {
            members = List.copyOf(members);
        }
    }

    /** What the document itself declares. */
    record Named(Id name) implements ImportType {}
}
