package dev.belay.component.binary;

import dev.belay.component.binary.CoreInstruction.Catch;
import dev.belay.component.binary.CoreInstruction.Immediate;
import dev.belay.component.model.CoreValType.AbstractHeap;
import dev.belay.component.model.CoreValType.IndexedHeap;
import java.util.List;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.WasmEncoding;

/** Writes core instructions: the reverse of {@link CoreInstructionReader}. */
final class CoreInstructionWriter {
    private static final int FIRST_PREFIX = 0xfb;
    private static final int EMPTY_BLOCK = 0x40;
    private static final int END = 0x0b;
    private static final int OTHER_MEMORY = 1 << 6;

    private final ByteWriter out;
    private final CoreTypeWriter types;

    CoreInstructionWriter(ByteWriter out) {
        this.out = out;
        this.types = new CoreTypeWriter(out);
    }

    /** The instructions, and the {@code end} after them. */
    void expression(List<CoreInstruction> instructions) {
        instructions.forEach(this::instruction);
        out.u8(END);
    }

    private void instruction(CoreInstruction instruction) {
        int code = instruction.op().opcode();
        if (code >>> 8 >= FIRST_PREFIX) {
            out.u8(code >>> 8);
            out.u32(code & 0xff);
        } else {
            out.u8(code);
        }
        List<WasmEncoding> encodings = OpCode.signature(instruction.op());
        for (int i = 0; i < encodings.size(); i++) {
            immediate(encodings.get(i), instruction.immediates().get(i));
        }
    }

    private void immediate(WasmEncoding encoding, Immediate immediate) {
        switch (immediate) {
            case Immediate.Int(long value) -> integer(encoding, value);
            case Immediate.F32(int bits) -> fixed(bits, Integer.BYTES);
            case Immediate.F64(long bits) -> fixed(bits, Long.BYTES);
            case Immediate.V128(var bytes) -> out.bytes(bytes);
            case Immediate.Labels(var labels) -> out.vec(labels, out::u32);
            case Immediate.Types(var list) -> out.vec(list, types::valType);
            case Immediate.Block(var result, var type) -> {
                if (result.isEmpty() && type.isEmpty()) {
                    out.u8(EMPTY_BLOCK);
                }
                result.ifPresent(types::valType);
                type.ifPresent(out::s33);
            }
            case Immediate.MemArg(int alignment, int memory, long offset) -> {
                out.u32(memory == 0 ? alignment : alignment | OTHER_MEMORY);
                if (memory != 0) {
                    out.u32(memory);
                }
                out.u64(offset);
            }
            case Immediate.HeapType(var heap) -> {
                switch (heap) {
                    case AbstractHeap it -> out.u8(it.code());
                    case IndexedHeap(int index) -> out.s33(index);
                }
            }
            case Immediate.Catches(var catches) -> out.vec(catches, this::handler);
        }
    }

    private void integer(WasmEncoding encoding, long value) {
        switch (encoding) {
            case BYTE -> out.u8((int) value);
            case VARSINT32, VARSINT64 -> out.s33(value);
            default -> out.u64(value);
        }
    }

    private void handler(Catch it) {
        out.u8((it.tag().isPresent() ? 0 : 2) | (it.withReference() ? 1 : 0));
        it.tag().ifPresent(out::u32);
        out.u32(it.label());
    }

    private void fixed(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.u8((int) (value >>> 8 * i));
        }
    }
}
