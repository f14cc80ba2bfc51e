package dev.belay.component.model;

import java.util.List;
import java.util.Optional;

/** A canonical definition: a component function lifted from a core one, or a core function made from nothing. */
public sealed interface Canon {
    record Lift(int coreFunc, List<CanonOption> options, int type) implements Canon {
        public Lift {
            options = List.copyOf(options);
        }
    }

    record Lower(int func, List<CanonOption> options) implements Canon {
        public Lower {
            options = List.copyOf(options);
        }
    }

    record ResourceNew(int type) implements Canon {}

    record ResourceDrop(int type) implements Canon {}

    record ResourceRep(int type) implements Canon {}

    /** {@code task.return}. */
    record TaskReturn(Optional<ValTypeRef> result, List<CanonOption> options) implements Canon {
        public TaskReturn {
            options = List.copyOf(options);
        }
    }

    /** {@code context.get} and {@code context.set} of slot {@code slot}. */
    record Context(boolean set, CoreValType type, int slot) implements Canon {}

    /** A built-in of streams or futures over the type {@code type}. */
    record Copy(CopyOp op, int type, List<CanonOption> options, boolean async) implements Canon {
        public Copy {
            options = List.copyOf(options);
        }
    }

    /** {@code error-context.new} (or {@code .debug-message}). */
    record ErrorContext(boolean debugMessage, List<CanonOption> options) implements Canon {
        public ErrorContext {
            options = List.copyOf(options);
        }
    }

    /** {@code waitable-set.wait} (or {@code .poll}). */
    record WaitableSet(boolean poll, boolean cancellable, int memory) implements Canon {}

    /** {@code thread.new-indirect}. */
    record ThreadNewIndirect(int coreType, int table) implements Canon {}

    /** {@code thread.spawn-ref}, and {@code thread.spawn-indirect} if there is a table. */
    record ThreadSpawn(boolean shared, int coreType, Optional<Integer> table) implements Canon {}

    record ThreadParallelism(boolean shared) implements Canon {}

    /** A built-in whose only immediate, if any, is one flag ({@code async}, {@code cancellable}). */
    record Simple(SimpleOp op, boolean flag) implements Canon {}

    /** Built-ins of streams and futures. */
    enum CopyOp {
        STREAM_NEW(0x0e, "stream.new"),
        STREAM_READ(0x0f, "stream.read"),
        STREAM_WRITE(0x10, "stream.write"),
        STREAM_CANCEL_READ(0x11, "stream.cancel-read"),
        STREAM_CANCEL_WRITE(0x12, "stream.cancel-write"),
        STREAM_DROP_READABLE(0x13, "stream.drop-readable"),
        STREAM_DROP_WRITABLE(0x14, "stream.drop-writable"),
        FUTURE_NEW(0x15, "future.new"),
        FUTURE_READ(0x16, "future.read"),
        FUTURE_WRITE(0x17, "future.write"),
        FUTURE_CANCEL_READ(0x18, "future.cancel-read"),
        FUTURE_CANCEL_WRITE(0x19, "future.cancel-write"),
        FUTURE_DROP_READABLE(0x1a, "future.drop-readable"),
        FUTURE_DROP_WRITABLE(0x1b, "future.drop-writable");

        private final int code;
        private final String text;

        CopyOp(int code, String text) {
            this.code = code;
            this.text = text;
        }

        public int code() {
            return code;
        }

        public String text() {
            return text;
        }
    }

    /** Built-ins without indices. */
    enum SimpleOp {
        TASK_CANCEL(0x05, "task.cancel", false),
        SUBTASK_CANCEL(0x06, "subtask.cancel", true),
        THREAD_YIELD(0x0c, "thread.yield", true),
        SUBTASK_DROP(0x0d, "subtask.drop", false),
        ERROR_CONTEXT_DROP(0x1e, "error-context.drop", false),
        WAITABLE_SET_NEW(0x1f, "waitable-set.new", false),
        WAITABLE_SET_DROP(0x22, "waitable-set.drop", false),
        WAITABLE_JOIN(0x23, "waitable.join", false),
        BACKPRESSURE_INC(0x24, "backpressure.inc", false),
        BACKPRESSURE_DEC(0x25, "backpressure.dec", false),
        THREAD_INDEX(0x26, "thread.index", false),
        THREAD_RESUME_LATER(0x28, "thread.resume-later", false),
        THREAD_SUSPEND(0x29, "thread.suspend", true),
        THREAD_SUSPEND_THEN_RESUME(0x2a, "thread.suspend-then-resume", true),
        THREAD_YIELD_THEN_RESUME(0x2b, "thread.yield-then-resume", true),
        THREAD_SUSPEND_THEN_PROMOTE(0x2c, "thread.suspend-then-promote", true),
        THREAD_YIELD_THEN_PROMOTE(0x2d, "thread.yield-then-promote", true);

        private final int code;
        private final String text;
        private final boolean hasFlag;

        SimpleOp(int code, String text, boolean hasFlag) {
            this.code = code;
            this.text = text;
            this.hasFlag = hasFlag;
        }

        public int code() {
            return code;
        }

        public String text() {
            return text;
        }

        public boolean hasFlag() {
            return hasFlag;
        }
    }
}
