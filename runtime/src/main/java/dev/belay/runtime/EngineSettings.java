package dev.belay.runtime;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * How core code is run.
 *
 * @param cache the directory that compiled classes are kept in; made private when it is missing, and left alone if others can
 *     write to it. Empty to keep none.
 * @param cacheBytes how much may be in there; what was not used for longest goes
 */
public record EngineSettings(Compilation compilation, Optional<Path> cache, long cacheBytes) {
    /** A system property: {@code eager}, {@code lazy} or {@code off}. */
    public static final String COMPILE = "belay.compile";
    /** A system property: the directory of the cache. */
    public static final String CACHE = "belay.cache";

    /** 1 GiB: compiled code is about eight times as large as the module. */
    public static final long DEFAULT_CACHE_BYTES = 1L << 30;

    /**
     * @throws IllegalArgumentException if {@code cacheBytes} is negative
     */
    public EngineSettings {
        if (cacheBytes < 0) {
            throw new IllegalArgumentException("expected a size of 0 or more, found " + cacheBytes);
        }
    }

    /** Compiles lazily and keeps nothing on disk. */
    public static EngineSettings defaults() {
        return new EngineSettings(Compilation.LAZY, Optional.empty(), DEFAULT_CACHE_BYTES);
    }

    /**
     * What the system properties say, and the defaults where they say nothing.
     *
     * @throws IllegalArgumentException if one has a value that it cannot have
     */
    public static EngineSettings ofSystemProperties() {
        var settings = Optional.ofNullable(System.getProperty(COMPILE))
                .map(EngineSettings::compilation)
                .map(defaults()::withCompilation)
                .orElse(defaults());
        return Optional.ofNullable(System.getProperty(CACHE))
                .map(Path::of)
                .map(settings::withCache)
                .orElse(settings);
    }

    public EngineSettings withCompilation(Compilation mode) {
        return new EngineSettings(mode, cache, cacheBytes);
    }

    public EngineSettings withCache(Path directory) {
        return new EngineSettings(compilation, Optional.of(directory), cacheBytes);
    }

    public EngineSettings withoutCache() {
        return new EngineSettings(compilation, Optional.empty(), cacheBytes);
    }

    public EngineSettings withCacheBytes(long bytes) {
        return new EngineSettings(compilation, cache, bytes);
    }

    private static Compilation compilation(String text) {
        try {
            return Compilation.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "expected the system property " + COMPILE + " to be eager, lazy or off, found '" + text + "'", e);
        }
    }
}
