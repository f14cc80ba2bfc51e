package dev.belay.cli;

import dev.belay.component.InvalidComponentException;
import dev.belay.runtime.Component;
import java.util.function.Function;

/**
 * A file that should hold a component.
 *
 * @param name as the user gave it, for messages
 */
record ComponentFile(String name, byte[] bytes) {
    private static final int CORE_MODULE_LAYER = 0;
    private static final int LAYER_OFFSET = 6;
    private static final int HEADER_SIZE = 8;

    /**
     * @throws Failure if the file cannot be read
     */
    static ComponentFile read(String name, Streams streams) {
        return new ComponentFile(name.equals(Files.STANDARD) ? "stdin" : name, Files.read(name, streams));
    }

    /**
     * @throws Failure naming the file, if it is no valid component
     */
    Component load() {
        return with(Component::load);
    }

    /** What {@code step} makes of the bytes; its complaints about them name the file. */
    <T> T with(Function<byte[], T> step) {
        if (bytes.length == 0) {
            throw new Failure(name + ": expected a component, found an empty file (at offset 0x0)");
        }
        if (isCoreModule()) {
            throw new Failure(name + ": expected a component, found a core module (at offset 0x4): "
                    + "make it one with 'belay componentize' or your language's component build");
        }
        return named(step);
    }

    /** As {@link #with}, for a core module or anything else. */
    <T> T named(Function<byte[], T> step) {
        try {
            return step.apply(bytes);
        } catch (InvalidComponentException e) {
            throw new Failure(name + ": " + ErrorReport.oneLine(ErrorReport.message(e)));
        }
    }

    /** Whether it is WebAssembly of some kind, rather than text. */
    boolean isBinary() {
        return bytes.length >= 4 && bytes[0] == 0 && bytes[1] == 'a' && bytes[2] == 's' && bytes[3] == 'm';
    }

    boolean isCoreModule() {
        return bytes.length >= HEADER_SIZE
                && bytes[0] == 0
                && bytes[1] == 'a'
                && bytes[2] == 's'
                && bytes[3] == 'm'
                && bytes[4] == 1
                && bytes[LAYER_OFFSET] == CORE_MODULE_LAYER;
    }
}
