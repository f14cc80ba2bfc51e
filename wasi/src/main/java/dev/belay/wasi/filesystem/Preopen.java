package dev.belay.wasi.filesystem;

import java.nio.file.Path;

/**
 * A directory of the host that a guest may use.
 *
 * @param guest the path that the guest sees
 */
public record Preopen(Path host, String guest, boolean writable) {}
