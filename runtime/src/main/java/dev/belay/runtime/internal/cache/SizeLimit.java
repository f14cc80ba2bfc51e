package dev.belay.runtime.internal.cache;

import java.io.IOException;
import java.util.Comparator;

/** Keeps a directory below a size: what was not used for longest goes. */
final class SizeLimit {
    /** What is left when something had to go, as a part of the limit: so that not every entry written makes another go. */
    private static final double KEEP = 0.9;
    /** Other processes write too: after so many entries of ours we look how much there is. */
    private static final int LOOK_AFTER = 256;

    private final CacheDirectory directory;
    private final long maxBytes;
    private long known = -1;
    private int writes;

    SizeLimit(CacheDirectory directory, long maxBytes) {
        this.directory = directory;
        this.maxBytes = maxBytes;
    }

    synchronized void written(long bytes) {
        known += bytes;
        writes++;
        if (known < bytes || known > maxBytes || writes >= LOOK_AFTER) {
            writes = 0;
            enforce();
        }
    }

    private void enforce() {
        try {
            directory.deleteAbandoned();
            var entries = directory.list();
            known = entries.stream().mapToLong(CacheDirectory.Listed::bytes).sum();
            if (known <= maxBytes) {
                return;
            }
            entries.sort(Comparator.comparing(CacheDirectory.Listed::lastUsed));
            for (var each : entries) {
                if (known <= maxBytes * KEEP) {
                    break;
                }
                directory.delete(each.entry());
                known -= each.bytes();
            }
        } catch (IOException e) {
            CacheLog.unusable(directory.path(), e);
        }
    }
}
