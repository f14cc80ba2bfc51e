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
 * @param snapshots whether instances begin with what the first one of a linked component had come to before it was called, if
 *     the host had no part in that
 */
public record EngineSettings(Compilation compilation, Optional<Path> cache, long cacheBytes, boolean snapshots) {
    /** A system property: {@code eager}, {@code lazy} or {@code off}. */
    public static final String COMPILE = "belay.compile";
    /** A system property: the directory of the cache. */
    public static final String CACHE = "belay.cache";
    /** A system property: {@code on} or {@code off}. */
    public static final String SNAPSHOT = "belay.snapshot";

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

    /** Compiles lazily, keeps nothing on disk, and takes snapshots. */
    public static EngineSettings defaults() {
        return new EngineSettings(Compilation.LAZY, Optional.empty(), DEFAULT_CACHE_BYTES, true);
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
                .orElse(defaults())
                .withSnapshots(snapshots(System.getProperty(SNAPSHOT, "on")));
        return Optional.ofNullable(System.getProperty(CACHE))
                .map(Path::of)
                .map(settings::withCache)
                .orElse(settings);
    }

    public EngineSettings withCompilation(Compilation mode) {
        return new EngineSettings(mode, cache, cacheBytes, snapshots);
    }

    public EngineSettings withCache(Path directory) {
        return new EngineSettings(compilation, Optional.of(directory), cacheBytes, snapshots);
    }

    public EngineSettings withoutCache() {
        return new EngineSettings(compilation, Optional.empty(), cacheBytes, snapshots);
    }

    public EngineSettings withCacheBytes(long bytes) {
        return new EngineSettings(compilation, cache, bytes, snapshots);
    }

    public EngineSettings withSnapshots(boolean taken) {
        return new EngineSettings(compilation, cache, cacheBytes, taken);
    }

    private static boolean snapshots(String text) {
        return switch (text) {
            case "on" -> true;
            case "off" -> false;
            default ->
                throw new IllegalArgumentException(
                        "expected the system property " + SNAPSHOT + " to be on or off, found '" + text + "'");
        };
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
