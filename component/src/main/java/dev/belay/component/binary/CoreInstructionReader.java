package dev.belay.component.binary;

import dev.belay.component.binary.CoreInstruction.Catch;
import dev.belay.component.binary.CoreInstruction.Immediate;
import dev.belay.component.model.CoreValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.WasmEncoding;

/** Reads core instructions; the engine's table says what follows each opcode. */
final class CoreInstructionReader {
    private static final int FIRST_PREFIX = 0xfb;
    private static final int LAST_PREFIX = 0xfe;
    private static final int MAX_SUB_OPCODE = 0xff;
    private static final int ALIGNMENT_BITS = 6;
    private static final int EMPTY_BLOCK = 0x40;

    private final ByteReader in;
    private final CoreTypeReader types;

    CoreInstructionReader(ByteReader in) {
        this.in = in;
        this.types = new CoreTypeReader(in);
    }

    /** Instructions up to the {@code end} that belongs to none of them, which is read and left out. */
    List<CoreInstruction> expression() {
        var instructions = new ArrayList<CoreInstruction>();
        int depth = 0;
        while (true) {
            var instruction = instruction();
            switch (instruction.op()) {
                case BLOCK, LOOP, IF, TRY_TABLE -> depth++;
                case END -> {
                    if (depth-- == 0) {
                        return instructions;
                    }
                }
                default -> {}
            }
            instructions.add(instruction);
        }
    }

    private CoreInstruction instruction() {
        int offset = in.offset();
        int code = in.u8("an instruction");
        if (code >= FIRST_PREFIX && code <= LAST_PREFIX) {
            int sub = in.u32("an instruction");
            if (sub < 0 || sub > MAX_SUB_OPCODE) {
                throw in.unknown(offset, "instruction");
            }
            code = code << 8 | sub;
        }
        OpCode op = OpCode.byOpCode(code);
        if (op == null) {
            throw in.unknown(offset, "instruction");
        }
        return new CoreInstruction(
                op,
                OpCode.signature(op).stream().map(encoding -> immediate(op, encoding)).toList());
    }

    private Immediate immediate(OpCode op, WasmEncoding encoding) {
        return switch (encoding) {
            case BYTE -> new Immediate.Int(in.u8("an immediate"));
            case VARUINT -> new Immediate.Int(Integer.toUnsignedLong(in.u32("an immediate")));
            case VARSINT32 -> op == OpCode.I32_CONST
                    ? new Immediate.Int((int) signed())
                    : new Immediate.HeapType(types.heap());
            case VARSINT64 -> new Immediate.Int(signed());
            case FLOAT32 -> new Immediate.F32((int) fixed(Integer.BYTES));
            case FLOAT64 -> new Immediate.F64(fixed(Long.BYTES));
            case V128 -> v128();
            case VEC_VARUINT -> new Immediate.Labels(in.vec("labels", () -> in.index("a label")));
            case VEC_VALUE_TYPE -> new Immediate.Types(in.vec("types", types::valType));
            case VEC_CATCH -> new Immediate.Catches(in.vec("handlers", this::handler));
            case BLOCK_TYPE -> block();
            case MEMARG -> memArg();
        };
    }

    private Immediate block() {
        int code = in.peek("a block's type");
        if (code == EMPTY_BLOCK) {
            in.u8("an empty block's type");
            return new Immediate.Block(Optional.empty(), Optional.empty());
        }
        boolean isIndex = (code & 0x80) != 0 || (code & 0x40) == 0;
        return isIndex
                ? new Immediate.Block(Optional.empty(), Optional.of((int) in.s33("a block's type")))
                : new Immediate.Block(Optional.<CoreValType>of(types.valType()), Optional.empty());
    }

    private Immediate memArg() {
        int flags = in.u32("an alignment");
        int memory = flags >>> ALIGNMENT_BITS != 0 ? in.index("a memory") : 0;
        return new Immediate.MemArg(flags & ((1 << ALIGNMENT_BITS) - 1), memory, in.u64("an offset"));
    }

    private Immediate v128() {
        if (in.remaining() < 16) {
            throw ByteReader.malformed(in.offset(), "unexpected end: expected a vector of 16 bytes");
        }
        return new Immediate.V128(in.bytes(16));
    }

    private Catch handler() {
        int offset = in.offset();
        int kind = in.u8("a handler");
        if (kind > 3) {
            throw in.unknown(offset, "handler");
        }
        Optional<Integer> tag = kind < 2 ? Optional.of(in.index("a tag")) : Optional.empty();
        return new Catch(tag, (kind & 1) != 0, in.index("a label"));
    }

    /** A signed LEB128 of at most 64 bits; shorter ones are for the engine's validator to judge. */
    private long signed() {
        int start = in.offset();
        long value = 0;
        for (int shift = 0; shift < Long.SIZE + 6; shift += 7) {
            int b = in.u8("a number");
            value |= (long) (b & 0x7f) << shift;
            if ((b & 0x80) == 0) {
                int used = shift + 7;
                return (b & 0x40) != 0 && used < Long.SIZE ? value | -1L << used : value;
            }
        }
        throw ByteReader.malformed(start, "integer too large: a number does not fit 64 bits");
    }

    private long fixed(int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) in.u8("a constant") << 8 * i;
        }
        return value;
    }
}
