package dev.belay.platform.spec;

/**
 * How requests are let in.
 *
 * @param concurrency how many run at a time
 * @param waiting how many more wait for their turn; beyond them a client gets status 503
 */
public record TrafficSpec(int concurrency, int waiting) {
    public static TrafficSpec defaults() {
        return new TrafficSpec(200, 200);
    }
}
