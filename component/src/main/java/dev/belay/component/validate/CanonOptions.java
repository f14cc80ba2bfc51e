package dev.belay.component.validate;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.CanonOption;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The options of a canonical definition: each given once at most, each of the right type ("{@code canonopt} Validation" of
 * {@code design/mvp/CanonicalABI.md}).
 */
final class CanonOptions {
    private static final CoreType.Func REALLOC =
            new CoreType.Func(Collections.nCopies(4, CoreValType.I32), List.of(CoreValType.I32));
    private static final CoreType.Func CALLBACK =
            new CoreType.Func(Collections.nCopies(3, CoreValType.I32), List.of(CoreValType.I32));

    private final String definition;
    private final int offset;
    private final Set<String> given = new HashSet<>();
    private Optional<CanonOption.StringEncoding> encoding = Optional.empty();
    private Optional<CoreType.Func> postReturn = Optional.empty();

    /**
     * @param definition what the options are of, for messages
     */
    private CanonOptions(String definition, int offset) {
        this.definition = definition;
        this.offset = offset;
    }

    static CanonOptions of(List<CanonOption> options, String definition, Scope scope, int offset) {
        var result = new CanonOptions(definition, offset);
        for (CanonOption option : options) {
            result.add(option, scope);
        }
        if (result.has("realloc") && !result.has("memory")) {
            throw result.invalid("canonical option `realloc` requires `memory` to also be specified");
        }
        if (result.has("callback") && !result.isAsync()) {
            throw result.invalid("cannot specify callback without async");
        }
        return result;
    }

    boolean isAsync() {
        return has("async");
    }

    boolean hasCallback() {
        return has("callback");
    }

    Optional<CoreType.Func> postReturn() {
        return postReturn;
    }

    /** Refuses an option that this kind of definition does not have. */
    void refuse(String option) {
        if (has(option)) {
            throw invalid("cannot specify `" + option + "` option");
        }
    }

    /** Requires an option if {@code needed}. */
    void require(String option, boolean needed, String reason) {
        if (needed && !has(option)) {
            throw invalid("canonical option `" + option + "` is required: " + reason);
        }
    }

    private boolean has(String option) {
        return given.contains(option);
    }

    private void add(CanonOption option, Scope scope) {
        switch (option) {
            case CanonOption.StringEncoding e -> {
                if (encoding.isPresent()) {
                    throw invalid("canonical encoding option `" + encoding.get().text() + "` conflicts with option `"
                            + e.text() + "`");
                }
                encoding = Optional.of(e);
            }
            case CanonOption.Memory o -> {
                once("memory");
                checkMemory(o.memory(), scope, offset);
            }
            case CanonOption.Realloc o -> {
                once("realloc");
                checkSignature("realloc", scope.coreFuncs.get(o.func(), offset), REALLOC);
            }
            case CanonOption.PostReturn o -> {
                once("post-return");
                postReturn = Optional.of(scope.coreFuncs.get(o.func(), offset));
            }
            case CanonOption.Async _ -> once("async");
            case CanonOption.Callback o -> {
                once("callback");
                checkSignature("callback", scope.coreFuncs.get(o.func(), offset), CALLBACK);
            }
        }
    }

    /** A memory that values are copied from and to: not a 64-bit one, nor one that other threads share. */
    static void checkMemory(int index, Scope scope, int offset) {
        var limits = scope.coreMemories.get(index, offset).limits();
        if (limits.is64()) {
            throw InvalidComponentException.invalid(
                    offset, "memory " + index + " is a 64-bit one, which canonical definitions cannot use");
        }
        if (limits.shared()) {
            throw InvalidComponentException.invalid(
                    offset, "memory " + index + " is shared, which canonical definitions cannot use: mismatch in the shared flag");
        }
        if (limits.pageSizeLog2().isPresent() && limits.pageSizeLog2().get() != 16) {
            throw InvalidComponentException.invalid(
                    offset, "memory " + index + " has a custom page size, which canonical definitions cannot use");
        }
    }

    void checkSignature(String option, CoreType.Func actual, CoreType.Func expected) {
        if (!actual.equals(expected)) {
            throw invalid("canonical option `" + option + "` uses a core function with an incorrect signature: expected "
                    + expected.text() + ", found " + actual.text());
        }
    }

    private void once(String option) {
        if (!given.add(option)) {
            throw invalid("canonical option `" + option + "` is specified more than once");
        }
    }

    private InvalidComponentException invalid(String problem) {
        return InvalidComponentException.invalid(offset, definition + ": " + problem);
    }
}
