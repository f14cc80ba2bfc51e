package dev.belay.component.binary;

import dev.belay.component.model.Canon;
import dev.belay.component.model.CanonOption;
import java.util.List;
import java.util.Optional;

/** Reads canonical definitions and their options. */
final class CanonReader {
    private final ByteReader in;
    private final TypeReader types;

    CanonReader(ByteReader in, TypeReader types) {
        this.in = in;
        this.types = types;
    }

    Canon canon() {
        int start = in.offset();
        int code = in.u8("a canonical definition");
        return switch (code) {
            case 0x00 -> {
                in.expect(0x00, "the sort func");
                yield new Canon.Lift(in.index("a core function"), options(), in.index("a function type"));
            }
            case 0x01 -> {
                in.expect(0x00, "the sort func");
                yield new Canon.Lower(in.index("a function"), options());
            }
            case 0x02 -> new Canon.ResourceNew(in.index("a resource type"));
            case 0x03 -> new Canon.ResourceDrop(in.index("a resource type"));
            case 0x04 -> new Canon.ResourceRep(in.index("a resource type"));
            case 0x09 -> new Canon.TaskReturn(types.results(), options());
            case 0x0a, 0x0b -> new Canon.Context(code == 0x0b, types.core().valType(), in.u32("a slot"));
            case 0x1c, 0x1d -> new Canon.ErrorContext(code == 0x1d, options());
            case 0x20, 0x21 ->
                new Canon.WaitableSet(code == 0x21, in.flag("cancellable"), in.index("a memory"));
            case 0x27 -> new Canon.ThreadNewIndirect(in.index("a core type"), in.index("a table"));
            case 0x40 -> new Canon.ThreadSpawn(in.flag("shared"), in.index("a core type"), Optional.empty());
            case 0x41 -> new Canon.ThreadSpawn(
                    in.flag("shared"), in.index("a core type"), Optional.of(in.index("a table")));
            case 0x42 -> new Canon.ThreadParallelism(in.flag("shared"));
            default -> builtin(start, code);
        };
    }

    private Canon builtin(int start, int code) {
        for (Canon.CopyOp op : Canon.CopyOp.values()) {
            if (op.code() == code) {
                return copy(op);
            }
        }
        for (Canon.SimpleOp op : Canon.SimpleOp.values()) {
            if (op.code() == code) {
                return new Canon.Simple(op, op.hasFlag() && in.flag(op.text()));
            }
        }
        throw in.unknown(start, "canonical definition");
    }

    private Canon copy(Canon.CopyOp op) {
        int type = in.index("a type");
        return switch (op) {
            case STREAM_READ, STREAM_WRITE, FUTURE_READ, FUTURE_WRITE -> new Canon.Copy(op, type, options(), false);
            case STREAM_CANCEL_READ, STREAM_CANCEL_WRITE, FUTURE_CANCEL_READ, FUTURE_CANCEL_WRITE ->
                new Canon.Copy(op, type, List.of(), in.flag("async"));
            default -> new Canon.Copy(op, type, List.of(), false);
        };
    }

    private List<CanonOption> options() {
        return in.vec("options", this::option);
    }

    private CanonOption option() {
        int start = in.offset();
        return switch (in.u8("a canonical option")) {
            case 0x00 -> CanonOption.StringEncoding.UTF8;
            case 0x01 -> CanonOption.StringEncoding.UTF16;
            case 0x02 -> CanonOption.StringEncoding.LATIN1_UTF16;
            case 0x03 -> new CanonOption.Memory(in.index("a memory"));
            case 0x04 -> new CanonOption.Realloc(in.index("a core function"));
            case 0x05 -> new CanonOption.PostReturn(in.index("a core function"));
            case 0x06 -> new CanonOption.Async();
            case 0x07 -> new CanonOption.Callback(in.index("a core function"));
            default -> throw in.unknown(start, "canonical option");
        };
    }
}
