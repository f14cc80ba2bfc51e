package dev.belay.component.text;

import dev.belay.component.model.Canon;
import dev.belay.component.model.CanonOption;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.Sort;
import java.util.List;
import java.util.stream.Collectors;

/** Canonical definitions as the text format writes them. */
final class CanonWords {
    private final IndexNames names;
    private final TypeWords types;

    CanonWords(IndexNames names) {
        this.names = names;
        this.types = new TypeWords(names);
    }

    /** {@code (canon lower …)} and the like. */
    String text(Canon canon) {
        return "(canon " + words(canon) + ")";
    }

    private String words(Canon canon) {
        return switch (canon) {
            case Canon.Lift c -> "lift (core func " + function(c.coreFunc()) + ")" + options(c.options());
            case Canon.Lower c -> "lower (func " + names.use(Sort.FUNC, c.func()) + ")" + options(c.options());
            case Canon.ResourceNew c -> "resource.new " + types.type(c.type());
            case Canon.ResourceDrop c -> "resource.drop " + types.type(c.type());
            case Canon.ResourceRep c -> "resource.rep " + types.type(c.type());
            case Canon.TaskReturn c -> "task.return" + types.result(c.result()) + options(c.options());
            case Canon.Context c -> "context." + (c.set() ? "set " : "get ") + c.type().text() + " "
                    + Integer.toUnsignedString(c.slot());
            case Canon.Copy c -> c.op().text() + " " + types.type(c.type()) + (c.async() ? " async" : "")
                    + options(c.options());
            case Canon.ErrorContext c ->
                "error-context." + (c.debugMessage() ? "debug-message" : "new") + options(c.options());
            case Canon.WaitableSet c -> "waitable-set." + (c.poll() ? "poll" : "wait")
                    + (c.cancellable() ? " cancellable" : "") + " (memory " + names.use(CoreSort.MEMORY, c.memory()) + ")";
            case Canon.ThreadNewIndirect c -> "thread.new-indirect " + names.use(CoreSort.TYPE, c.coreType())
                    + " (core table " + names.use(CoreSort.TABLE, c.table()) + ")";
            case Canon.ThreadSpawn c -> (c.table().isPresent() ? "thread.spawn-indirect" : "thread.spawn-ref")
                    + shared(c.shared()) + " " + names.use(CoreSort.TYPE, c.coreType())
                    + c.table().map(t -> " (core table " + names.use(CoreSort.TABLE, t) + ")").orElse("");
            case Canon.ThreadParallelism c -> "thread.available-parallelism" + shared(c.shared());
            case Canon.Simple c -> c.op().text() + (c.flag() ? flag(c.op()) : "");
        };
    }

    private static String shared(boolean shared) {
        return shared ? " shared" : "";
    }

    private static String flag(Canon.SimpleOp op) {
        return op == Canon.SimpleOp.SUBTASK_CANCEL ? " async" : " cancellable";
    }

    private String function(int index) {
        return names.use(CoreSort.FUNC, index);
    }

    private String options(List<CanonOption> options) {
        return options.stream().map(o -> " " + option(o)).collect(Collectors.joining());
    }

    private String option(CanonOption option) {
        return switch (option) {
            case CanonOption.StringEncoding e -> "string-encoding=" + e.text();
            case CanonOption.Memory o -> "(memory " + names.use(CoreSort.MEMORY, o.memory()) + ")";
            case CanonOption.Realloc o -> "(realloc " + function(o.func()) + ")";
            case CanonOption.PostReturn o -> "(post-return " + function(o.func()) + ")";
            case CanonOption.Async _ -> "async";
            case CanonOption.Callback o -> "(callback " + function(o.func()) + ")";
        };
    }
}
