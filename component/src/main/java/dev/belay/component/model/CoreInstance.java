package dev.belay.component.model;

import java.util.List;

/** How a core instance comes to be. */
public sealed interface CoreInstance {
    record Instantiate(int module, List<Arg> args) implements CoreInstance {
        public Instantiate {
            args = List.copyOf(args);
        }
    }

    record FromExports(List<InlineExport> exports) implements CoreInstance {
        public FromExports {
            exports = List.copyOf(exports);
        }
    }

    /** The module's imports from {@code name} are met by the exports of core instance {@code instance}. */
    record Arg(String name, int instance) {}

    record InlineExport(String name, CoreSort sort, int index) {}
}
