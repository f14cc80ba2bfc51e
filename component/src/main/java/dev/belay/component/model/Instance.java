package dev.belay.component.model;

import java.util.List;

/** How a component instance comes to be. */
public sealed interface Instance {
    record Instantiate(int component, List<Arg> args) implements Instance {
        public Instantiate {
            args = List.copyOf(args);
        }
    }

    record FromExports(List<InlineExport> exports) implements Instance {
        public FromExports {
            exports = List.copyOf(exports);
        }
    }

    record Arg(String name, SortIndex value) {}

    record InlineExport(ExternName name, SortIndex value) {}
}
