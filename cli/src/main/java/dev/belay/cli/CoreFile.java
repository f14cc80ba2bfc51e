package dev.belay.cli;

import java.util.function.Function;

/** A file that should hold a core module. */
record CoreFile(ComponentFile file) {
    /**
     * @throws Failure if the file cannot be read, or holds no core module
     */
    static CoreFile read(String name, Streams streams) {
        var file = ComponentFile.read(name, streams);
        if (!file.isCoreModule()) {
            throw new Failure(file.name() + ": expected a core module, found "
                    + (file.bytes().length == 0 ? "an empty file" : file.isBinary() ? "a component" : "something else")
                    + " (at offset 0x0)");
        }
        return new CoreFile(file);
    }

    String name() {
        return file.name();
    }

    /** What {@code step} makes of the bytes; its complaints about them name the file. */
    <T> T with(Function<byte[], T> step) {
        return file.named(step);
    }
}
