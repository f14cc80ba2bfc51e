package dev.belay.wasi.http;

/** What one exchange takes of an instance's {@link HttpMemory}, given back once. */
final class Share {
    private final HttpMemory memory;
    private long bytes;

    /** @param bytes that are taken already */
    Share(HttpMemory memory, long bytes) {
        this.memory = memory;
        this.bytes = bytes;
    }

    /** Takes nothing. */
    static Share none(HttpMemory memory) {
        return new Share(memory, 0);
    }

    void end() {
        memory.give(bytes);
        bytes = 0;
    }
}
