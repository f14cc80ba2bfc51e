package dev.belay.runtime.internal.typed;

/**
 * A core function that can be called with raw bits, one long for each parameter: by classes that do not know the classes of
 * shapes, since those have a loader of their own. There are as many methods as the canonical ABI has numbers of parameters.
 *
 * <p>Of i32 and f32 the low half counts, in parameters and in the result; a function without a result gives anything.
 */
public abstract class RawCall {
    /** Sixteen flat parameters, and where the result goes. */
    public static final int MOST_PARAMS = 17;

    /** The name of the methods. */
    public static final String RAW = "raw";

    protected RawCall() {}

    public long raw() {
        throw other(0);
    }

    public long raw(long a) {
        throw other(1);
    }

    public long raw(long a, long b) {
        throw other(2);
    }

    public long raw(long a, long b, long c) {
        throw other(3);
    }

    public long raw(long a, long b, long c, long d) {
        throw other(4);
    }

    public long raw(long a, long b, long c, long d, long e) {
        throw other(5);
    }

    public long raw(long a, long b, long c, long d, long e, long f) {
        throw other(6);
    }

    public long raw(long a, long b, long c, long d, long e, long f, long g) {
        throw other(7);
    }

    public long raw(long a, long b, long c, long d, long e, long f, long g, long h) {
        throw other(8);
    }

    public long raw(long a, long b, long c, long d, long e, long f, long g, long h, long i) {
        throw other(9);
    }

    public long raw(long a, long b, long c, long d, long e, long f, long g, long h, long i, long j) {
        throw other(10);
    }

    public long raw(long a, long b, long c, long d, long e, long f, long g, long h, long i, long j, long k) {
        throw other(11);
    }

    public long raw(
            long a, long b, long c, long d, long e, long f, long g, long h, long i,
            long j, long k, long l) {
        throw other(12);
    }

    public long raw(
            long a, long b, long c, long d, long e, long f, long g, long h, long i,
            long j, long k, long l, long m) {
        throw other(13);
    }

    public long raw(
            long a, long b, long c, long d, long e, long f, long g, long h, long i,
            long j, long k, long l, long m, long n) {
        throw other(14);
    }

    public long raw(
            long a, long b, long c, long d, long e, long f, long g, long h, long i,
            long j, long k, long l, long m, long n, long o) {
        throw other(15);
    }

    public long raw(
            long a, long b, long c, long d, long e, long f, long g, long h, long i,
            long j, long k, long l, long m, long n, long o, long p) {
        throw other(16);
    }

    public long raw(
            long a, long b, long c, long d, long e, long f, long g, long h, long i,
            long j, long k, long l, long m, long n, long o, long p, long q) {
        throw other(17);
    }

    private static IllegalStateException other(int params) {
        return new IllegalStateException("the function takes another number of parameters than " + params);
    }
}
