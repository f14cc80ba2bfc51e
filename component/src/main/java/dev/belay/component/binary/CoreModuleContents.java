package dev.belay.component.binary;

import dev.belay.component.model.Bytes;
import dev.belay.component.model.CoreValType;
import java.util.List;
import java.util.Optional;

/**
 * What a core module holds beside its {@link CoreModuleOutline}: initial values, segments and code.
 *
 * @param tables the initial value of each table that is not imported, if it has one
 * @param globals that of each global that is not imported
 * @param functions the bodies of the functions that are not imported
 * @param custom its custom sections, in their order
 */
public record CoreModuleContents(
        List<Optional<List<CoreInstruction>>> tables,
        List<List<CoreInstruction>> globals,
        Optional<Integer> start,
        List<Elements> elements,
        List<Data> data,
        List<Function> functions,
        List<Custom> custom) {
    public CoreModuleContents {
        tables = List.copyOf(tables);
        globals = List.copyOf(globals);
        elements = List.copyOf(elements);
        data = List.copyOf(data);
        functions = List.copyOf(functions);
        custom = List.copyOf(custom);
    }

    /** Where an active segment goes. */
    public record Target(int index, List<CoreInstruction> offset) {
        public Target {
            offset = List.copyOf(offset);
        }
    }

    /**
     * @param target empty for a passive or a declared segment
     * @param type empty where the binary has functions without a type
     */
    public record Elements(
            Optional<Target> target, boolean declared, Optional<CoreValType.Ref> type, ElementItems items) {}

    /** Functions by index, or expressions. */
    public sealed interface ElementItems {
        record Functions(List<Integer> functions) implements ElementItems {
            public Functions {
                functions = List.copyOf(functions);
            }
        }

        record Expressions(List<List<CoreInstruction>> expressions) implements ElementItems {
            public Expressions {
                expressions = List.copyOf(expressions);
            }
        }
    }

    /** @param target empty for a passive segment */
    public record Data(Optional<Target> target, Bytes bytes) {}

    /** Locals of the same type, as the binary groups them. */
    public record Locals(int count, CoreValType type) {}

    public record Function(List<Locals> locals, List<CoreInstruction> body) {
        public Function {
            locals = List.copyOf(locals);
            body = List.copyOf(body);
        }
    }

    public record Custom(String name, Bytes data) {}
}
