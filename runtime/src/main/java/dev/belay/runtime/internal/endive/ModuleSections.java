package dev.belay.runtime.internal.endive;

import dev.belay.component.model.Bytes;
import dev.belay.runtime.internal.jit.FunctionBodies;
import java.util.Optional;

/** Where the sections of a core module are that function bodies need. The module has to be well-formed. */
final class ModuleSections {
    private static final int HEADER = 8;
    private static final int TYPE = 1;
    private static final int CODE = 10;

    private final byte[] array;
    private final int end;
    private int at;

    private ModuleSections(Bytes module) {
        this.array = module.array();
        this.at = module.offset() + HEADER;
        this.end = module.offset() + module.size();
    }

    /** A copy of the bodies, and of what it takes to parse them. */
    static FunctionBodies bodies(Bytes module) {
        return new ModuleSections(module).bodies();
    }

    private FunctionBodies bodies() {
        byte[] types = {};
        Optional<FunctionBodies> found = Optional.empty();
        while (at < end) {
            int start = at;
            int id = array[at++];
            int next = unsigned() + at;
            if (id == TYPE) {
                types = copy(start, next);
            } else if (id == CODE) {
                found = Optional.of(code(types, next));
            }
            at = next;
        }
        byte[] itsTypes = types;
        return found.orElseGet(() -> new FunctionBodies(itsTypes, new byte[0], 0));
    }

    private FunctionBodies code(byte[] types, int next) {
        int[] starts = new int[unsigned() + 1];
        int first = at;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = at - first;
            if (i + 1 < starts.length) {
                int size = unsigned();
                at += size;
            }
        }
        return new FunctionBodies(types, copy(first, next), starts);
    }

    private byte[] copy(int from, int to) {
        return java.util.Arrays.copyOfRange(array, from, to);
    }

    private int unsigned() {
        int value = 0;
        int shift = 0;
        byte next;
        do {
            next = array[at++];
            value |= (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }
}
