package dev.belay.platform.observe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last lines of one application: so many, and so many characters. */
final class LogRing {
    private static final int MOST_LINES = 1_000;
    private static final int MOST_CHARACTERS = 64 << 10;

    private final Deque<LogLine> lines = new ArrayDeque<>();
    private int characters;

    synchronized void add(LogLine line) {
        lines.addLast(line);
        characters += line.text().length();
        while (lines.size() > MOST_LINES || characters > MOST_CHARACTERS && lines.size() > 1) {
            characters -= lines.removeFirst().text().length();
        }
    }

    synchronized List<LogLine> after(long sequence) {
        return lines.stream().filter(line -> line.sequence() > sequence).toList();
    }
}
