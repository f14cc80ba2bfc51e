package dev.belay.component.validate;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.Canon;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import dev.belay.component.type.AnyType;
import dev.belay.component.type.ValueType;
import java.util.List;
import java.util.Optional;

/** Checks the built-ins of streams and futures. */
final class StreamBuiltins {
    private final Scope scope;
    private final int offset;

    StreamBuiltins(Scope scope, int offset) {
        this.scope = scope;
        this.offset = offset;
    }

    CoreType.Func define(Canon.Copy canon) {
        Optional<ValueType> element = element(canon);
        var options = CanonOptions.of(canon.options(), "canon " + canon.op().text(), scope, offset);
        List.of("post-return", "callback").forEach(options::refuse);
        return switch (canon.op()) {
            case STREAM_NEW, FUTURE_NEW -> Canonicals.func(0, CoreValType.I64);
            case STREAM_READ, STREAM_WRITE -> {
                checkOptions(options, element, canon.op() == Canon.CopyOp.STREAM_READ);
                yield Canonicals.func(3, CoreValType.I32);
            }
            case FUTURE_READ, FUTURE_WRITE -> {
                checkOptions(options, element, canon.op() == Canon.CopyOp.FUTURE_READ);
                yield Canonicals.func(2, CoreValType.I32);
            }
            case STREAM_CANCEL_READ, STREAM_CANCEL_WRITE, FUTURE_CANCEL_READ, FUTURE_CANCEL_WRITE ->
                Canonicals.func(1, CoreValType.I32);
            case STREAM_DROP_READABLE, STREAM_DROP_WRITABLE, FUTURE_DROP_READABLE, FUTURE_DROP_WRITABLE ->
                Canonicals.func(1);
        };
    }

    private Optional<ValueType> element(Canon.Copy canon) {
        boolean stream = canon.op().text().startsWith("stream");
        AnyType type = scope.types.get(canon.type(), offset);
        if (stream && type instanceof ValueType.Stream t) {
            return t.element();
        }
        if (!stream && type instanceof ValueType.Future t) {
            return t.element();
        }
        throw InvalidComponentException.invalid(
                offset,
                "`" + canon.op().text() + "` requires a " + (stream ? "stream" : "future") + " type, which type "
                        + canon.type() + " is not");
    }

    private void checkOptions(CanonOptions options, Optional<ValueType> element, boolean read) {
        if (element.isPresent()) {
            options.require("memory", true, "elements are passed through it");
            boolean pointers = scope.validation.facts().of(element.get()).pointers();
            options.require("realloc", read && pointers, "there are lists or strings in the elements");
        }
    }
}
