package dev.belay.platform.console;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last samples of something. Thread-safe. */
final class Series {
    /** Five minutes, at one every two seconds. */
    static final int MOST = 150;

    private final Deque<Sample> samples = new ArrayDeque<>();

    synchronized void add(Sample sample) {
        if (samples.size() == MOST) {
            samples.removeFirst();
        }
        samples.addLast(sample);
    }

    /** From the oldest. */
    synchronized List<Sample> samples() {
        return List.copyOf(samples);
    }

    synchronized Sample last() {
        return samples.isEmpty() ? Sample.NOTHING : samples.getLast();
    }

    synchronized boolean isIdle() {
        return samples.stream().allMatch(Sample::isNothing);
    }
}
