package dev.belay.runtime.internal.endive;

import dev.belay.component.model.Bytes;
import dev.belay.runtime.internal.jit.FunctionBodies;
import dev.belay.runtime.internal.jit.Unsigned;
import java.io.ByteArrayOutputStream;

/** Where the sections of a core module are that function bodies need. The module has to be well-formed. */
final class ModuleSections {
    private static final int HEADER = 8;
    private static final int TYPE = 1;
    private static final int CODE = 10;
    private static final int DATA = 11;
    private static final int CUSTOM = 0;
    /** Its size, no locals, an end. */
    private static final byte[] EMPTY_BODY = {2, 0, 0x0b};

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

    /** The module with bodies that do nothing, and without custom sections. */
    static byte[] withoutBodies(Bytes module) {
        var out = new ByteArrayOutputStream();
        out.write(module.array(), module.offset(), HEADER);
        new ModuleSections(module).copyWithoutBodies(out);
        return out.toByteArray();
    }

    private void copyWithoutBodies(ByteArrayOutputStream out) {
        while (at < end) {
            int start = at;
            int id = array[at++];
            int next = sectionEnd();
            if (id == CODE) {
                int first = at;
                int count = unsigned();
                out.write(CODE);
                Unsigned.write(out, at - first + count * EMPTY_BODY.length);
                out.write(array, first, at - first);
                for (int i = 0; i < count; i++) {
                    out.writeBytes(EMPTY_BODY);
                }
            } else if (id != CUSTOM) {
                out.write(array, start, next - start);
            }
            at = next;
        }
    }

    private FunctionBodies bodies() {
        byte[] types = {};
        var before = new ByteArrayOutputStream();
        byte[] code = {};
        int[] starts = {0};
        int dataSegments = 0;
        while (at < end) {
            int start = at;
            int id = array[at++];
            int next = sectionEnd();
            if (id == CODE) {
                starts = bodyStarts();
                code = java.util.Arrays.copyOfRange(array, next - starts[starts.length - 1], next);
            } else if (id == DATA) {
                dataSegments = unsigned();
            } else if (id != CUSTOM) {
                before.write(array, start, next - start);
                types = id == TYPE ? java.util.Arrays.copyOfRange(array, start, next) : types;
            }
            at = next;
        }
        var context = new FunctionBodies.Context(before.toByteArray(), types, dataSegments);
        return new FunctionBodies(context, code, starts);
    }

    /** Where each body starts, from the first; at last, where the last one ends. */
    private int[] bodyStarts() {
        int[] starts = new int[unsigned() + 1];
        int first = at;
        for (int i = 1; i < starts.length; i++) {
            int size = unsigned();
            at += size;
            starts[i] = at - first;
        }
        return starts;
    }

    private int sectionEnd() {
        int size = unsigned();
        return at + java.util.Objects.checkFromIndexSize(0, size, end - at) + size;
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
