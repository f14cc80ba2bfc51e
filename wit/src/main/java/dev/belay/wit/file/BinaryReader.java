package dev.belay.wit.file;

import dev.belay.wit.syntax.WitFile;
import java.nio.file.Path;

/** Reads packages that are kept as binaries. */
@FunctionalInterface
public interface BinaryReader {
    /**
     * @return the package, and within it, nested, those parts of others that it refers to
     */
    WitFile read(Path file, byte[] bytes);
}
