package dev.belay.runtime.internal.endive;

import java.io.ByteArrayOutputStream;

/**
 * A module whose function looks like the loop of an interpreter: as many nested blocks as there are instructions to interpret,
 * with a table of branches within them and the code of each after its block. Codes are of different sizes, go on with the loop
 * and leave the function in different ways.
 */
public final class InterpreterLoop {
    private static final int I32 = 0x7f;
    private static final int VOID = 0x40;
    private static final int STEPS = 0;
    private static final int SUM = 1;
    private static final int STEP = 2;
    private static final int MOST_REPEATED = 12;

    private InterpreterLoop() {}

    /** Exports {@code f: (steps: i32) -> i32}. */
    public static byte[] module(int handlers) {
        var body = new ByteArrayOutputStream();
        put(body, 1, 2, I32, 0x03, VOID);
        for (int i = 0; i < handlers; i++) {
            put(body, 0x02, VOID);
        }
        put(body, 0x20, STEP, 0x41);
        signed(body, handlers);
        put(body, 0x70, 0x0e);
        unsigned(body, handlers - 1);
        for (int i = 0; i < handlers; i++) {
            unsigned(body, i);
        }
        for (int i = 0; i < handlers; i++) {
            put(body, 0x0b);
            handler(body, i, handlers - 1 - i);
        }
        put(body, 0x0b, 0x00, 0x0b);
        var code = new ByteArrayOutputStream();
        put(code, 1);
        unsigned(code, body.size());
        code.writeBytes(body.toByteArray());
        var module = new ByteArrayOutputStream();
        put(module, 0, 'a', 's', 'm', 1, 0, 0, 0);
        put(module, 1, 6, 1, 0x60, 1, I32, 1, I32, 3, 2, 1, 0, 7, 5, 1, 1, 'f', 0, 0, 10);
        unsigned(module, code.size());
        module.writeBytes(code.toByteArray());
        return module.toByteArray();
    }

    /** @param toLoop how many blocks are around the handler before the loop */
    private static void handler(ByteArrayOutputStream body, int index, int toLoop) {
        for (int i = 0; i <= index % MOST_REPEATED; i++) {
            put(body, 0x20, SUM, 0x41, 31, 0x6c, 0x41);
            signed(body, index);
            put(body, 0x6a, 0x21, SUM);
        }
        put(body, 0x20, STEP, 0x41, 1, 0x6a, 0x22, STEP, 0x20, STEPS, 0x49, 0x0d);
        unsigned(body, toLoop);
        put(body, 0x20, SUM);
        if (index % 2 == 0) {
            put(body, 0x0f);
        } else {
            put(body, 0x0c);
            unsigned(body, toLoop + 1);
        }
    }

    /** What the function gives. */
    public static int result(int handlers, int steps) {
        int sum = 0;
        for (int step = 0; step < Math.max(1, steps); step++) {
            int index = step % handlers;
            for (int i = 0; i <= index % MOST_REPEATED; i++) {
                sum = sum * 31 + index;
            }
        }
        return sum;
    }

    private static void put(ByteArrayOutputStream out, int... bytes) {
        for (int each : bytes) {
            out.write(each);
        }
    }

    private static void unsigned(ByteArrayOutputStream out, int value) {
        int left = value;
        while (left >>> 7 != 0) {
            out.write(left & 0x7f | 0x80);
            left >>>= 7;
        }
        out.write(left);
    }

    private static void signed(ByteArrayOutputStream out, int value) {
        int left = value;
        while (left > 63) {
            out.write(left & 0x7f | 0x80);
            left >>= 7;
        }
        out.write(left);
    }
}
