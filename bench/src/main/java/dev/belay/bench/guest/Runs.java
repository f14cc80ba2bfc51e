package dev.belay.bench.guest;

/** {@code bench:calls/runs}: loops within the guest. */
public interface Runs {
    String NAME = "bench:calls/runs@0.1.0";

    long adds(long n);

    long echoes(long n);

    long hostAdds(long n);

    long hostEchoes(long n);

    long noCalls(long n);
}
