package dev.belay.runtime.internal.cache;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what the cache could not do: nobody has to act on it, so it is for those who look. */
final class CacheLog {
    private CacheLog() {}

    static void unusable(Path path, String why) {
        log().debug("code cache: {} is not used: {}", path, why);
    }

    static void unusable(Path path, IOException why) {
        unusable(path, String.valueOf(why));
    }

    static void notWritten(Path path, Exception why) {
        log().debug("code cache: {} is not written: {}", path, String.valueOf(why));
    }

    /** Asked for when there is something to say: it takes long at the start of a program. */
    private static Logger log() {
        return LoggerFactory.getLogger("dev.belay.runtime.cache");
    }
}
