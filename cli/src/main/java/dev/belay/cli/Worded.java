package dev.belay.cli;

import java.util.Collection;
import java.util.stream.Collectors;

/** Lists of names in messages. */
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

    /** Without the control characters that a file's names can hold to play with a terminal. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "\ufffd");
    }
}
