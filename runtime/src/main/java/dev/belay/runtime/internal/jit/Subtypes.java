package dev.belay.runtime.internal.jit;

import java.util.concurrent.atomic.AtomicReferenceArray;
import run.endive.wasm.types.TypeSection;
import run.endive.wasm.types.ValType;

/** Which of a module's types are subtypes of which: worked out when it is asked for, and remembered. */
final class Subtypes {
    private static final byte YES = 1;
    private static final byte NO = 2;

    private final TypeSection types;
    /** By the wanted type, then by the other. Threads may work out the same at once, and come to the same. */
    private final AtomicReferenceArray<byte[]> known;

    Subtypes(TypeSection types) {
        this.types = types;
        this.known = new AtomicReferenceArray<>(types.subTypeCount());
    }

    boolean is(int type, int wanted) {
        if (type == wanted) {
            return true;
        }
        byte[] row = known.get(wanted);
        if (row == null) {
            row = new byte[known.length()];
            known.set(wanted, row);
        }
        // An object of another module may have any number for its type.
        if (type >= row.length) {
            return false;
        }
        byte answer = row[type];
        if (answer == 0) {
            answer = ValType.heapTypeSubtype(type, wanted, types) || types.canonicallyEquivalent(type, wanted) ? YES : NO;
            row[type] = answer;
        }
        return answer == YES;
    }
}
