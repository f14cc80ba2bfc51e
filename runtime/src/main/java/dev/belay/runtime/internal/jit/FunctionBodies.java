package dev.belay.runtime.internal.jit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import run.endive.wasm.Parser;
import run.endive.wasm.types.FunctionBody;

/**
 * The bodies of a module's functions as bytes, parsed when they are asked for and not kept: parsed, a body is some thirty times
 * as large.
 */
public final class FunctionBodies {
    private static final byte[] HEADER = {0, 'a', 's', 'm', 1, 0, 0, 0};
    private static final int FUNCTION_SECTION = 3;
    private static final int CODE_SECTION = 10;
    private static final int DATA_SECTION = 11;
    /** Says that there are no data segments, so that code which names some has what it needs to be parsed. */
    private static final byte[] NO_DATA_COUNT = {12, 1, 0};
    /** Its size, no locals, unreachable, an end: that is valid whatever the function gives. */
    private static final byte[] UNREACHABLE_BODY = {3, 0, 0, 0x0b};
    /** Passive, of no bytes. */
    private static final byte[] EMPTY_SEGMENT = {1, 0};

    private final Context context;
    private final byte[] code;
    private final int[] starts;

    /**
     * What bodies are valid within.
     *
     * @param before all sections before the code, without custom ones
     * @param types the type section, which is one of them; empty if there is none
     * @param dataSegments how many there are
     */
    public record Context(byte[] before, byte[] types, int dataSegments) {}

    /**
     * @param code holds the bodies, each with its size before it
     * @param starts where in {@code code} each begins, and where the last one ends
     */
    public FunctionBodies(Context context, byte[] code, int... starts) {
        this.context = context;
        this.code = code;
        this.starts = starts;
    }

    public int count() {
        return starts.length - 1;
    }

    /** Bytes of code. */
    public int size() {
        return starts[count()] - starts[0];
    }

    /** The bytes of one body, its size before it, among the functions that have bodies. */
    public byte[] bytes(int function) {
        return Arrays.copyOfRange(code, starts[function], starts[function + 1]);
    }

    /**
     * Some bodies by themselves: as a module of the types and of those functions alone.
     *
     * @param first among the functions that have bodies
     * @param typeIndices of each function from there on that is wanted
     */
    List<FunctionBody> parse(int first, int... typeIndices) {
        int from = starts[first];
        int to = starts[first + typeIndices.length];
        var functions = new ByteArrayOutputStream();
        Unsigned.write(functions, typeIndices.length);
        Arrays.stream(typeIndices).forEach(index -> Unsigned.write(functions, index));
        var bodies = new ByteArrayOutputStream(to - from);
        Unsigned.write(bodies, typeIndices.length);
        bodies.write(code, from, to - from);
        var module = new ByteArrayOutputStream(context.types().length + to - from + 64);
        module.writeBytes(HEADER);
        module.writeBytes(context.types());
        section(module, FUNCTION_SECTION, functions);
        module.writeBytes(NO_DATA_COUNT);
        section(module, CODE_SECTION, bodies);
        return parse(module, false);
    }

    /**
     * Bodies in their module, as Endive's interpreter needs them: its validator tells instructions what they work on.
     *
     * @param wanted which of the functions that have bodies
     * @return as many as there are; those that are not wanted are others
     */
    List<FunctionBody> validated(BitSet wanted) {
        var bodies = new ByteArrayOutputStream();
        Unsigned.write(bodies, count());
        for (int i = 0; i < count(); i++) {
            if (wanted.get(i)) {
                bodies.write(code, starts[i], starts[i + 1] - starts[i]);
            } else {
                bodies.writeBytes(UNREACHABLE_BODY);
            }
        }
        var data = new ByteArrayOutputStream();
        Unsigned.write(data, context.dataSegments());
        for (int i = 0; i < context.dataSegments(); i++) {
            data.writeBytes(EMPTY_SEGMENT);
        }
        var module = new ByteArrayOutputStream();
        module.writeBytes(HEADER);
        module.writeBytes(context.before());
        section(module, CODE_SECTION, bodies);
        section(module, DATA_SECTION, data);
        return parse(module, true);
    }

    private static void section(ByteArrayOutputStream module, int id, ByteArrayOutputStream content) {
        module.write(id);
        Unsigned.write(module, content.size());
        module.writeBytes(content.toByteArray());
    }

    private static List<FunctionBody> parse(ByteArrayOutputStream module, boolean validated) {
        var parser = Parser.builder().withValidation(validated).build();
        return List.of(parser.parse(() -> new ByteArrayInputStream(module.toByteArray()))
                .codeSection()
                .functionBodies());
    }
}
