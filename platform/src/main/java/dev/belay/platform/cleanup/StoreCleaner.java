package dev.belay.platform.cleanup;

import dev.belay.platform.cleanup.StoreReport.Use;
import dev.belay.platform.journal.Named;
import dev.belay.platform.rollout.Platform;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.store.BlobStore;
import dev.belay.platform.store.Durable;
import dev.belay.platform.store.StoreException;
import dev.belay.runtime.CodeCache;
import dev.belay.wasi.keyvalue.KeyValueStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes from a host's store what nothing needs: neither what is desired, nor a revision that is kept, nor the last changes, nor
 * a change that is being made.
 *
 * <p>What is needed is worked out of the journal on disk, and each file is removed by itself. So whatever ends the process, no file
 * that the journal needs is gone, and the next clean-up goes on where this one ended. Thread-safe.
 */
public final class StoreCleaner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreCleaner.class);
    /** Nothing can be changed while files are removed: for some milliseconds at a time. */
    private static final int AT_A_TIME = 500;
    /** Changes often come several at once. */
    private static final Duration AFTER_A_CHANGE = Duration.ofSeconds(10);
    private static final Duration EVERY = Duration.ofHours(1);
    /** Code of revisions that are not loaded may be wanted again; compiling it takes longer than keeping it costs. */
    private static final Duration CODE_UNUSED = Duration.ofDays(30);
    /** The time of last use is noted no more often. */
    private static final Duration CODE_RESOLUTION = Duration.ofMinutes(10);

    private final Platform platform;
    private final KeyValueStore buckets;
    private final BlobStore blobs;
    private final CodeCache code;
    private final int keptChanges;
    private final Instant started = Instant.now();
    private final AtomicBoolean isDue = new AtomicBoolean();
    /** What is asked of it after it was closed is nobody's business any more. */
    private final ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("store-cleaner").factory(), new ThreadPoolExecutor.DiscardPolicy());

    /**
     * @param buckets of applications
     * @param code the directory of compiled code
     * @param keptChanges how many of the last changes one can go back to
     */
    public StoreCleaner(Platform platform, KeyValueStore buckets, Path code, int keptChanges) {
        this.platform = platform;
        this.buckets = buckets;
        this.blobs = platform.blobs();
        this.code = CodeCache.at(code);
        this.keptChanges = keptChanges;
    }

    /** What was removed. */
    public record Removed(int blobs, long blobBytes, int codeEntries, long codeBytes) {}

    /** Cleans up every hour, and when {@link #soon} says so. */
    public void start() {
        clock.scheduleWithFixedDelay(this::cleanQuietly, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** There was a change. Does not wait, and does nothing after the end. */
    public void soon() {
        if (isDue.compareAndSet(false, true)) {
            clock.schedule(
                    () -> {
                        isDue.set(false);
                        cleanQuietly();
                    },
                    AFTER_A_CHANGE.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void cleanQuietly() {
        try {
            clean(CODE_UNUSED);
        } catch (RuntimeException e) {
            LOG.warn("the store was not cleaned up: {}", e.getMessage());
        }
    }

    /**
     * Cleans up now. Of compiled code all goes that was not used since the host started.
     *
     * @throws StoreException if the store cannot be read, or something of it not removed
     */
    public Removed clean() {
        return clean(Duration.ZERO);
    }

    private synchronized Removed clean(Duration codeUnused) {
        Named named = platform.named(keptChanges);
        platform.whileNothingChanges(() -> forgetBuckets(named));
        Set<Digest> history = named.digests();
        int count = 0;
        long bytes = 0;
        for (List<BlobStore.Listed> some : pieces(unneeded(history))) {
            List<BlobStore.Listed> removed = platform.whileNothingChanges(() -> removed(some, history));
            count += removed.size();
            bytes += removed.stream().mapToLong(BlobStore.Listed::bytes).sum();
        }
        blobs.forgetOldClaims();
        blobs.removeUnfinished();
        List<CodeCache.Entry> entries = cleanCode(codeUnused);
        var all = new Removed(count, bytes, entries.size(), entries.stream().mapToLong(CodeCache.Entry::bytes).sum());
        if (count > 0 || !entries.isEmpty()) {
            LOG.info("cleaned up: {} blobs of {} bytes, {} entries of compiled code of {} bytes",
                    count, bytes, all.codeEntries(), all.codeBytes());
        }
        return all;
    }

    /** Of what there is in memory only. Nobody can have come to need them since: a change that is made now waits. */
    private boolean forgetBuckets(Named named) {
        buckets.retain(named.bucketsAnd(platform.desired()));
        return true;
    }

    private List<BlobStore.Listed> unneeded(Set<Digest> history) {
        Uses uses = Uses.of(platform.desired(), history);
        return blobs.list().stream().filter(each -> !uses.has(each.digest())).toList();
    }

    private static List<List<BlobStore.Listed>> pieces(List<BlobStore.Listed> all) {
        var pieces = new ArrayList<List<BlobStore.Listed>>();
        for (int at = 0; at < all.size(); at += AT_A_TIME) {
            pieces.add(all.subList(at, Math.min(all.size(), at + AT_A_TIME)));
        }
        return pieces;
    }

    /** There may have been changes since: what they need is desired, kept, claimed, or was there before. */
    private List<BlobStore.Listed> removed(List<BlobStore.Listed> unneeded, Set<Digest> history) {
        Uses now = Uses.of(platform.desired(), history);
        return unneeded.stream().filter(each -> !now.has(each.digest()) && blobs.remove(each.digest())).toList();
    }

    private List<CodeCache.Entry> cleanCode(Duration unused) {
        Instant sinceStart = started.minus(CODE_RESOLUTION);
        Instant longAgo = Instant.now().minus(unused);
        try {
            return code.clean(sinceStart.isBefore(longAgo) ? sinceStart : longAgo);
        } catch (IOException e) {
            throw Durable.failed(Path.of("code"), e);
        }
    }

    /**
     * What there is, and what for.
     *
     * @throws StoreException if the store cannot be read
     */
    public StoreReport report() {
        Uses uses = Uses.of(platform.desired(), platform.named(keptChanges).digests());
        List<StoreReport.Blob> all = blobs.list().stream()
                .map(each -> new StoreReport.Blob(
                        each.digest(),
                        each.bytes(),
                        each.written(),
                        uses.use(each.digest()).orElseGet(() -> blobs.isClaimed(each.digest()) ? Use.FRESH : Use.UNNEEDED),
                        uses.label(each.digest()),
                        uses.applications(each.digest())))
                .sorted(Comparator.comparing(StoreReport.Blob::use)
                        .thenComparing(StoreReport.Blob::applications, Comparator.reverseOrder())
                        .thenComparing(StoreReport.Blob::digest))
                .toList();
        try {
            List<CodeCache.Entry> entries = code.list();
            return new StoreReport(
                    all, new StoreReport.Code(entries.size(), entries.stream().mapToLong(CodeCache.Entry::bytes).sum()));
        } catch (IOException e) {
            throw Durable.failed(Path.of("code"), e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
