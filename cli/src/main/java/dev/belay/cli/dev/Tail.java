package dev.belay.cli.dev;

/** The end of a text that may be long. */
final class Tail {
    private final StringBuilder kept = new StringBuilder();
    private final int most;
    private long left;

    /** @param most characters to keep */
    Tail(int most) {
        this.most = most;
    }

    synchronized void add(String piece) {
        kept.append(piece);
        int over = kept.length() - most;
        if (over > 0) {
            left += over;
            kept.delete(0, over);
        }
    }

    synchronized String text() {
        return left == 0 ? kept.toString() : "… (" + left + " characters before)\n" + kept;
    }
}
