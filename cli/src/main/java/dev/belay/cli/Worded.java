package dev.belay.cli;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names and numbers in messages. */
final class Worded {
    /** More names than these make a line that nobody reads. */
    private static final int SHOWN = 12;

    private Worded() {}

    /** The names, with commas; {@code nothing} if there are none. */
    static String names(Collection<String> names) {
        if (names.isEmpty()) {
            return "nothing";
        }
        String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() <= SHOWN ? shown : shown + " and " + (names.size() - SHOWN) + " more";
    }

    /** Bytes as people read them: {@code 512 bytes}, {@code 1.5 MiB}. */
    static String size(long bytes) {
        if (bytes < 1 << 10) {
            return bytes + " bytes";
        }
        boolean small = bytes < 1 << 20;
        return String.format(Locale.ROOT, "%.1f %s", bytes / (small ? 1024.0 : 1024.0 * 1024), small ? "KiB" : "MiB");
    }

    /** Without the control characters that a file's names can hold to play with a terminal. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "\ufffd");
    }
}
