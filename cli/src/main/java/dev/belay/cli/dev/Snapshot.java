package dev.belay.cli.dev;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is watched, at a moment.
 *
 * @param directories where files can come and go
 */
record Snapshot(Map<Path, Fingerprint> files, Set<Path> directories) {
    Snapshot {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        directories = Set.copyOf(directories);
    }

    static Snapshot empty() {
        return new Snapshot(Map.of(), Set.of());
    }

    /** Files that are new, different or gone, in order. */
    List<Path> changesSince(Snapshot before) {
        return Stream.concat(files.keySet().stream(), before.files.keySet().stream())
                .distinct()
                .filter(file -> !same(files.get(file), before.files.get(file)))
                .sorted()
                .toList();
    }

    private static boolean same(@Nullable Fingerprint now, @Nullable Fingerprint then) {
        return now != null && then != null && now.sameContent(then);
    }
}
