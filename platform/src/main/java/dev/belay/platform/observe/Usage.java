package dev.belay.platform.observe;

import dev.belay.platform.fair.MemoryShares;
import dev.belay.runtime.InstanceMeter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the instances of one revision use. Thread-safe, without locks. */
public final class Usage implements InstanceMeter {
    private static final int SMALLEST = 16;
    private static final int LARGEST = 30;
    private static final int PERCENT = 100;
    private static final double[] SHARES = {0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 1};

    private final LongAdder memory = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private final LongAdder made = new LongAdder();
    private final Histogram peaks = new Histogram(bytes());
    private final AtomicLong most = new AtomicLong();
    private final Optional<Fuel> fuel;
    private final MemoryShares.Share share;

    /**
     * @param fuelLimit of each call; without one there is no fuel to count
     * @param share of the heap that the instances may have
     */
    public Usage(OptionalLong fuelLimit, MemoryShares.Share share) {
        this.share = share;
        this.fuel = fuelLimit.isPresent() ? Optional.of(new Fuel(fuelLimit.getAsLong())) : Optional.empty();
    }

    /** Bytes: upper bounds of the buckets for memory, the powers of two from 64 KiB, which is a page, to 1 GiB. */
    public static long[] bytes() {
        var bytes = new long[LARGEST - SMALLEST + 1];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = 1L << SMALLEST + i;
        }
        return bytes;
    }

    /** Upper bounds of the buckets for the share that a call took of its fuel. */
    public static double[] shares() {
        return SHARES.clone();
    }

    private static final class Fuel {
        final long limit;
        final LongAdder consumed = new LongAdder();
        final Histogram calls;
        final AtomicLong most = new AtomicLong();

        Fuel(long limit) {
            this.limit = limit;
            var bounds = new long[SHARES.length];
            for (int i = 0; i < bounds.length; i++) {
                bounds[i] = (long) (limit * SHARES[i]);
            }
            this.calls = new Histogram(bounds);
        }
    }

    @Override
    public void memory(long bytes) {
        memory.add(bytes);
    }

    @Override
    public void memoryRefused() {
        refusals.increment();
    }

    @Override
    public boolean claim(long bytes) {
        return share.claim(bytes);
    }

    @Override
    public void release(long bytes) {
        share.release(bytes);
    }

    @Override
    public void made(OptionalLong taken) {
        made.increment();
        if (fuel.isPresent()) {
            fuel.get().consumed.add(taken.orElse(0));
        }
    }

    @Override
    public void called(long memoryBytes, OptionalLong taken) {
        peaks.add(memoryBytes);
        raise(most, memoryBytes);
        if (fuel.isPresent()) {
            Fuel its = fuel.get();
            long units = taken.orElse(0);
            its.consumed.add(units);
            its.calls.add(units);
            raise(its.most, units);
        }
    }

    private static void raise(AtomicLong most, long value) {
        if (value > most.get()) {
            most.accumulateAndGet(value, Math::max);
        }
    }

    @Override
    public void closed() {
        // what lives is known from what is under way, and what idles in a pool
    }

    /**
     * What was used so far.
     *
     * @param made instances
     * @param memory bytes of linear memory of all instances that are there
     * @param held bytes of the heap that they have to themselves, beyond the first 256 KiB of each
     * @param peaks bytes that an instance had when a call of it ended, for each call
     * @param most of these
     * @param refusals of more memory than the limit
     * @param fuel if calls have a limit of it
     */
    public record Totals(
            long made, long memory, long held, Histogram.Totals peaks, long most, long refusals, Optional<FuelTotals> fuel) {}

    /**
     * Fuel, in function entries and iterations of loops.
     *
     * @param limit of each call
     * @param consumed by all calls, and by the making of instances
     * @param calls by the {@linkplain #shares shares} of the limit that each took
     * @param most that one took
     */
    public record FuelTotals(long limit, long consumed, Histogram.Totals calls, long most) {}

    /** How much of a hundred of a limit that is, at most all of it: what is used at all is 1 or more. */
    public static int percent(long used, long limit) {
        return (int) Math.min(PERCENT, Math.ceil((double) PERCENT * used / Math.max(1, limit)));
    }

    public Totals totals() {
        return new Totals(
                made.sum(), memory.sum(), share.held(), peaks.totals(), most.get(), refusals.sum(),
                fuel.map(its -> new FuelTotals(its.limit, its.consumed.sum(), its.calls.totals(), its.most.get())));
    }
}
