package dev.belay.component.model;

import java.util.List;

/** One section of a component. The sections that hold a vector keep an offset for each of its items. */
public sealed interface Section {
    /** Id 0. Kept as it is, whatever its name. */
    record Custom(String name, Bytes data) implements Section {}

    /** Id 1: one core module, kept as bytes (magic number included). */
    record CoreModule(Bytes module) implements Section {}

    /** Id 2. */
    record CoreInstances(List<At<CoreInstance>> items) implements Section {
        public CoreInstances {
            items = List.copyOf(items);
        }
    }

    /** Id 3. */
    record CoreTypes(List<At<CoreType>> items) implements Section {
        public CoreTypes {
            items = List.copyOf(items);
        }
    }

    /** Id 4: one nested component. */
    record Component(ComponentBinary component) implements Section {}

    /** Id 5. */
    record Instances(List<At<Instance>> items) implements Section {
        public Instances {
            items = List.copyOf(items);
        }
    }

    /** Id 6. */
    record Aliases(List<At<Alias>> items) implements Section {
        public Aliases {
            items = List.copyOf(items);
        }
    }

    /** Id 7. */
    record Types(List<At<Type>> items) implements Section {
        public Types {
            items = List.copyOf(items);
        }
    }

    /** Id 8. */
    record Canons(List<At<Canon>> items) implements Section {
        public Canons {
            items = List.copyOf(items);
        }
    }

    /** Id 9: {@code func} applied to {@code args}, giving {@code results} new values. */
    record Start(int func, List<Integer> args, int results) implements Section {
        public Start {
            args = List.copyOf(args);
        }
    }

    /** Id 10. */
    record Imports(List<At<Import>> items) implements Section {
        public Imports {
            items = List.copyOf(items);
        }
    }

    /** Id 11. */
    record Exports(List<At<Export>> items) implements Section {
        public Exports {
            items = List.copyOf(items);
        }
    }

    /** Id 12. */
    record Values(List<At<Value>> items) implements Section {
        public Values {
            items = List.copyOf(items);
        }
    }
}
