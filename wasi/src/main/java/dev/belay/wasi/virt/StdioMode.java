package dev.belay.wasi.virt;

/** What becomes of a standard stream; in the order that the harness knows them by. */
public enum StdioMode {
    /** It is closed: whoever reads or writes is told so. */
    DENY,
    /** There is nothing to read, and what is written is dropped. */
    IGNORE,
    /** It is the host's. */
    ALLOW
}
