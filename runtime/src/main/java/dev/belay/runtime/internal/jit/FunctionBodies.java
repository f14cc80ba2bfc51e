package dev.belay.runtime.internal.jit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionBody;

/**
 * The bodies of a module's functions as bytes, parsed when they are asked for and not kept: parsed, a body is some thirty times
 * as large. To parse some, a module is made of the types and of those functions alone.
 */
public final class FunctionBodies {
    private static final byte[] HEADER = {0, 'a', 's', 'm', 1, 0, 0, 0};
    private static final int FUNCTION_SECTION = 3;
    private static final int CODE_SECTION = 10;
    /** Says that there are no data segments, so that code which names some has what it needs to be parsed. */
    private static final byte[] DATA_COUNT_SECTION = {12, 1, 0};

    private final byte[] types;
    private final byte[] code;
    private final int[] starts;

    /**
     * @param types the type section with its head; empty if there is none
     * @param code holds the bodies, each with its size before it
     * @param starts where in {@code code} each begins, and where the last one ends
     */
    public FunctionBodies(byte[] types, byte[] code, int... starts) {
        this.types = types;
        this.code = code;
        this.starts = starts;
    }

    int count() {
        return starts.length - 1;
    }

    /** Bytes of code. */
    public int size() {
        return starts[count()] - starts[0];
    }

    /**
     * @param first among the functions that have bodies
     * @param typeIndices of each function from there on that is wanted
     */
    List<FunctionBody> parse(int first, int... typeIndices) {
        byte[] module = module(first, typeIndices);
        WasmModule parsed = Parser.builder().withValidation(false).build().parse(() -> new ByteArrayInputStream(module));
        return List.of(parsed.codeSection().functionBodies());
    }

    private byte[] module(int first, int... typeIndices) {
        int from = starts[first];
        int to = starts[first + typeIndices.length];
        var functions = new ByteArrayOutputStream();
        unsigned(functions, typeIndices.length);
        Arrays.stream(typeIndices).forEach(index -> unsigned(functions, index));
        var count = new ByteArrayOutputStream();
        unsigned(count, typeIndices.length);
        var module = new ByteArrayOutputStream(types.length + to - from + 64);
        module.writeBytes(HEADER);
        module.writeBytes(types);
        module.write(FUNCTION_SECTION);
        unsigned(module, functions.size());
        module.writeBytes(functions.toByteArray());
        module.writeBytes(DATA_COUNT_SECTION);
        module.write(CODE_SECTION);
        unsigned(module, count.size() + to - from);
        module.writeBytes(count.toByteArray());
        module.write(code, from, to - from);
        return module.toByteArray();
    }

    private static void unsigned(ByteArrayOutputStream out, int value) {
        int left = value;
        while (left >>> 7 != 0) {
            out.write(left & 0x7f | 0x80);
            left >>>= 7;
        }
        out.write(left);
    }
}
