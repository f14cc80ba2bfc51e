package dev.belay.runtime.internal.plan;

import dev.belay.component.model.Canon;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import java.util.Collections;
import java.util.List;

/** The built-ins of asynchronous components: known by their core signatures, so that modules link, but not run yet. */
final class AsyncBuiltins {
    private static final CoreValType I32 = CoreValType.I32;

    private AsyncBuiltins() {}

    static CoreSource of(Canon canon, Scope scope) {
        return switch (canon) {
            case Canon.TaskReturn t -> {
                var result = t.result().map(r -> TypeResolver.ref(r, scope));
                var flat = result.map(dev.belay.component.abi.Flattening::flatten).orElse(List.of());
                boolean spills = flat.size() > dev.belay.component.abi.Flattening.MAX_FLAT_PARAMS;
                yield unsupported("task.return", new CoreType.Func(spills ? List.of(I32) : flat, List.of()));
            }
            case Canon.Context c -> c.set()
                    ? unsupported("context.set", new CoreType.Func(List.of(c.type()), List.of()))
                    : unsupported("context.get", new CoreType.Func(List.of(), List.of(c.type())));
            case Canon.Copy c -> unsupported(c.op().text(), copy(c.op()));
            case Canon.ErrorContext c -> c.debugMessage()
                    ? unsupported("error-context.debug-message", type(2, 0))
                    : unsupported("error-context.new", type(2, 1));
            case Canon.WaitableSet c -> unsupported(c.poll() ? "waitable-set.poll" : "waitable-set.wait", type(2, 1));
            case Canon.ThreadNewIndirect _ -> unsupported("thread.new-indirect", type(2, 1));
            case Canon.ThreadSpawn s -> unsupported("thread.spawn", type(s.table().isPresent() ? 2 : 1, 1));
            case Canon.ThreadParallelism _ -> unsupported("thread.available-parallelism", type(0, 1));
            case Canon.Simple s -> unsupported(s.op().text(), simple(s.op()));
            case Canon.Lift _, Canon.Lower _, Canon.ResourceNew _, Canon.ResourceDrop _, Canon.ResourceRep _ ->
                throw new IllegalStateException("not an asynchronous built-in: " + canon);
        };
    }

    private static CoreSource unsupported(String name, CoreType.Func type) {
        return new CoreSource.Unsupported(name, type);
    }

    private static CoreType.Func type(int params, int results) {
        return new CoreType.Func(Collections.nCopies(params, I32), Collections.nCopies(results, I32));
    }

    private static CoreType.Func copy(Canon.CopyOp op) {
        return switch (op) {
            case STREAM_NEW, FUTURE_NEW -> new CoreType.Func(List.of(), List.of(CoreValType.I64));
            case STREAM_READ, STREAM_WRITE -> type(3, 1);
            case FUTURE_READ, FUTURE_WRITE -> type(2, 1);
            case STREAM_CANCEL_READ, STREAM_CANCEL_WRITE, FUTURE_CANCEL_READ, FUTURE_CANCEL_WRITE -> type(1, 1);
            case STREAM_DROP_READABLE, STREAM_DROP_WRITABLE, FUTURE_DROP_READABLE, FUTURE_DROP_WRITABLE -> type(1, 0);
        };
    }

    private static CoreType.Func simple(Canon.SimpleOp op) {
        return switch (op) {
            case TASK_CANCEL, BACKPRESSURE_INC, BACKPRESSURE_DEC -> type(0, 0);
            case SUBTASK_CANCEL -> type(1, 1);
            case SUBTASK_DROP, ERROR_CONTEXT_DROP, WAITABLE_SET_DROP, THREAD_RESUME_LATER -> type(1, 0);
            case WAITABLE_SET_NEW, THREAD_INDEX, THREAD_YIELD, THREAD_SUSPEND -> type(0, 1);
            case WAITABLE_JOIN -> type(2, 0);
            case THREAD_SUSPEND_THEN_RESUME,
                    THREAD_YIELD_THEN_RESUME,
                    THREAD_SUSPEND_THEN_PROMOTE,
                    THREAD_YIELD_THEN_PROMOTE -> type(1, 1);
        };
    }
}
