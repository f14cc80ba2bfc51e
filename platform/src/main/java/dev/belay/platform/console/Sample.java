package dev.belay.platform.console;

/**
 * What happened between two looks.
 *
 * @param perSecond requests and messages that ended
 * @param failedPerSecond of them
 * @param p50 seconds, the upper bound of the histogram's bucket; 0 if nothing ended
 * @param p99 likewise
 */
record Sample(double perSecond, double failedPerSecond, double p50, double p99) {
    static final Sample NOTHING = new Sample(0, 0, 0, 0);

    boolean isNothing() {
        return equals(NOTHING);
    }
}
