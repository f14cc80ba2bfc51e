package dev.belay.component.validate;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.abi.AddressType;
import dev.belay.component.abi.CoreSignature;
import dev.belay.component.abi.Flattening;
import dev.belay.component.model.Canon;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import java.util.List;
import java.util.Optional;

/** Checks canonical definitions and adds the functions that they make. */
final class Canonicals {
    private static final String POINTERS = "there are lists or strings to pass through memory";

    private final Scope scope;
    private final int offset;

    private Canonicals(Scope scope, int offset) {
        this.scope = scope;
        this.offset = offset;
    }

    static void define(Canon canon, Scope scope, int offset) {
        var canonicals = new Canonicals(scope, offset);
        if (canon instanceof Canon.Lift lift) {
            scope.funcs.add(canonicals.lift(lift), offset);
        } else {
            scope.coreFuncs.add(canonicals.core(canon), offset);
        }
    }

    private FunctionType lift(Canon.Lift lift) {
        if (!(scope.types.get(lift.type(), offset) instanceof FunctionType type)) {
            throw Externs.notA("function type", lift.type(), offset);
        }
        var options = CanonOptions.of(lift.options(), "canon lift", scope, offset);
        checkAsync(options, type);
        if (options.isAsync() && options.postReturn().isPresent()) {
            throw invalid("cannot specify post-return function in async");
        }
        CoreSignature signature = signature(type);
        boolean many = signature.params().size() > Flattening.MAX_FLAT_PARAMS;
        options.require("realloc", many, "there are over 16 flat parameters");
        options.require("realloc", type.params().stream().anyMatch(p -> pointers(p.type())), POINTERS);
        int maxResults = options.isAsync() ? Flattening.MAX_FLAT_PARAMS : Flattening.MAX_FLAT_RESULTS;
        options.require("memory", signature.results().size() > maxResults, "the result is too large to pass flat");
        options.require("memory", type.result().isPresent() && pointers(type.result().get()), POINTERS);
        CoreType.Func expected =
                options.isAsync() ? signature.liftedAsync(options.hasCallback()) : signature.lifted();
        CoreType.Func actual = scope.coreFuncs.get(lift.coreFunc(), offset);
        if (!actual.params().equals(expected.params())) {
            throw invalid("lowered parameter types `" + expected.params() + "` do not match parameter types `"
                    + actual.params() + "` of core function " + lift.coreFunc());
        }
        if (!actual.results().equals(expected.results())) {
            throw invalid("lowered result types `" + expected.results() + "` do not match result types `"
                    + actual.results() + "` of core function " + lift.coreFunc());
        }
        options.postReturn()
                .ifPresent(postReturn -> options.checkSignature(
                        "post-return", postReturn, new CoreType.Func(expected.results(), List.of())));
        return type;
    }

    private CoreType.Func lower(Canon.Lower lower) {
        FunctionType type = scope.funcs.get(lower.func(), offset);
        var options = CanonOptions.of(lower.options(), "canon lower", scope, offset);
        checkAsync(options, type);
        if (options.postReturn().isPresent()) {
            throw invalid("canonical option `post-return` cannot be specified for lowerings");
        }
        options.refuse("callback");
        CoreSignature signature = signature(type);
        int maxParams = options.isAsync() ? Flattening.MAX_FLAT_ASYNC_PARAMS : Flattening.MAX_FLAT_PARAMS;
        int maxResults = options.isAsync() ? 0 : Flattening.MAX_FLAT_RESULTS;
        options.require("memory", signature.params().size() > maxParams, "there are too many parameters to pass flat");
        options.require("memory", signature.results().size() > maxResults, "the result is too large to pass flat");
        options.require("memory", type.params().stream().anyMatch(p -> pointers(p.type())), POINTERS);
        boolean allocates = type.result().isPresent() && pointers(type.result().get());
        options.require("memory", allocates, POINTERS);
        options.require("realloc", allocates, POINTERS);
        return options.isAsync() ? signature.loweredAsync() : signature.lowered();
    }

    private CoreType.Func core(Canon canon) {
        return switch (canon) {
            case Canon.Lift _ -> throw new IllegalArgumentException("canon lift makes no core function");
            case Canon.Lower c -> lower(c);
            case Canon.ResourceNew c -> func(1, localResource(c.type()));
            case Canon.ResourceRep c -> func(1, localResource(c.type()));
            case Canon.ResourceDrop c -> {
                ValueTypes.resource(c.type(), scope, offset);
                yield func(1);
            }
            case Canon.TaskReturn c -> taskReturn(c);
            case Canon.Context c -> context(c);
            case Canon.Copy c -> new StreamBuiltins(scope, offset).define(c);
            case Canon.ErrorContext c -> errorContext(c);
            case Canon.WaitableSet c -> {
                CanonOptions.checkMemory(c.memory(), scope, offset);
                yield func(2, CoreValType.I32);
            }
            case Canon.ThreadNewIndirect c -> {
                checkThreadStart(c.coreType());
                checkTable(c.table());
                yield func(2, CoreValType.I32);
            }
            case Canon.ThreadSpawn c -> spawn(c);
            case Canon.ThreadParallelism _ -> func(0, CoreValType.I32);
            case Canon.Simple c -> simple(c.op());
        };
    }

    private static CoreType.Func simple(Canon.SimpleOp op) {
        return switch (op) {
            case TASK_CANCEL, BACKPRESSURE_INC, BACKPRESSURE_DEC -> func(0);
            case SUBTASK_CANCEL -> func(1, CoreValType.I32);
            case SUBTASK_DROP, ERROR_CONTEXT_DROP, WAITABLE_SET_DROP, THREAD_RESUME_LATER -> func(1);
            case THREAD_YIELD, WAITABLE_SET_NEW, THREAD_INDEX, THREAD_SUSPEND -> func(0, CoreValType.I32);
            case WAITABLE_JOIN -> func(2);
            case THREAD_SUSPEND_THEN_RESUME,
                    THREAD_YIELD_THEN_RESUME,
                    THREAD_SUSPEND_THEN_PROMOTE,
                    THREAD_YIELD_THEN_PROMOTE -> func(1, CoreValType.I32);
        };
    }

    private CoreValType localResource(int index) {
        ResourceType resource = ValueTypes.resource(index, scope, offset);
        CoreValType rep = scope.definedResources.get(resource.origin());
        if (rep == null) {
            throw invalid("type index " + index + " is not a local resource: this component does not define it");
        }
        return rep;
    }

    private CoreType.Func taskReturn(Canon.TaskReturn canon) {
        var options = CanonOptions.of(canon.options(), "canon task.return", scope, offset);
        List.of("async", "post-return", "realloc", "callback").forEach(options::refuse);
        Optional<ValueType> result = canon.result().map(ref -> ValueTypes.resolve(ref, scope, offset));
        if (result.isPresent() && scope.validation.facts().of(result.get()).borrows()) {
            throw invalid("function result cannot contain a `borrow` type");
        }
        var params = result.map(t -> List.of(new ValueType.Field("result", t))).orElse(List.of());
        CoreSignature signature = signature(new FunctionType(false, params, Optional.empty()));
        options.require(
                "memory",
                signature.params().size() > Flattening.MAX_FLAT_PARAMS,
                "the result is too large to pass flat");
        options.require("memory", result.isPresent() && pointers(result.get()), POINTERS);
        return signature.lowered();
    }

    private CoreType.Func context(Canon.Context canon) {
        String name = canon.set() ? "context.set" : "context.get";
        if (canon.type() != CoreValType.I32) {
            throw invalid("`" + name + "` only supports `i32`, not `" + canon.type().text() + "`");
        }
        if (canon.slot() != 0 && canon.slot() != 1) {
            throw invalid("the slot of `" + name + "` must be zero or one: " + Integer.toUnsignedString(canon.slot()));
        }
        return canon.set() ? func(1) : func(0, CoreValType.I32);
    }

    private CoreType.Func errorContext(Canon.ErrorContext canon) {
        String name = canon.debugMessage() ? "error-context.debug-message" : "error-context.new";
        var options = CanonOptions.of(canon.options(), "canon " + name, scope, offset);
        List.of("async", "post-return", "callback").forEach(options::refuse);
        options.require("memory", true, "the message is passed through it");
        options.require("realloc", canon.debugMessage(), "the message is passed through memory");
        return canon.debugMessage() ? func(2) : func(2, CoreValType.I32);
    }

    private CoreType.Func spawn(Canon.ThreadSpawn canon) {
        checkThreadStart(canon.coreType());
        if (canon.table().isPresent()) {
            checkTable(canon.table().get());
            return func(2, CoreValType.I32);
        }
        var start = new CoreValType.Ref(true, new CoreValType.IndexedHeap(definedType(canon.coreType()).id()), false);
        return new CoreType.Func(List.of(start, CoreValType.I32), List.of(CoreValType.I32));
    }

    private void checkThreadStart(int coreType) {
        if (!(definedType(coreType).type().type() instanceof CoreType.Func func) || !func.equals(func(1))) {
            throw invalid("start function must take a single `i32` argument, which core type " + coreType + " does not");
        }
    }

    private CoreTypeDef.Defined definedType(int coreType) {
        if (scope.coreTypes.get(coreType, offset) instanceof CoreTypeDef.Defined defined) {
            return defined;
        }
        throw invalid("core type " + coreType + " is the type of a module");
    }

    private void checkTable(int index) {
        var table = scope.coreTables.get(index, offset);
        if (table.element().heap() != CoreValType.AbstractHeap.FUNC || table.limits().is64()) {
            throw invalid("core table " + index + " must be a 32-bit table of funcref");
        }
    }

    private void checkAsync(CanonOptions options, FunctionType type) {
        if (options.isAsync() && !type.async()) {
            throw invalid("the `async` canonical option requires an async function type");
        }
    }

    private CoreSignature signature(FunctionType type) {
        scope.validation.effort().spend(type.params().size());
        return CoreSignature.of(
                type, AddressType.I32, t -> scope.validation.facts().of(t).flat());
    }

    private boolean pointers(ValueType type) {
        return scope.validation.facts().of(type).pointers();
    }

    /** A core function of so many {@code i32} parameters. */
    static CoreType.Func func(int params, CoreValType... results) {
        return new CoreType.Func(java.util.Collections.nCopies(params, CoreValType.I32), List.of(results));
    }

    private InvalidComponentException invalid(String message) {
        return InvalidComponentException.invalid(offset, message);
    }
}
