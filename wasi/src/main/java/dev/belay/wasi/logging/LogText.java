package dev.belay.wasi.logging;

/** A guest's text as one line: what would end it, or move a terminal's cursor, is shown as {@code \n} or {@code \}{@code u001b}. */
final class LogText {
    /** What a person still reads; the rest of a message is left out. */
    static final int MOST_CHARACTERS = 4_000;

    private LogText() {}

    static String line(String context, String message) {
        var line = new StringBuilder();
        append(context, line);
        if (!context.isEmpty()) {
            line.append(": ");
        }
        append(message, line);
        return line.toString();
    }

    private static void append(String text, StringBuilder line) {
        for (int i = 0; i < text.length(); i++) {
            if (line.length() >= MOST_CHARACTERS) {
                line.append('…');
                return;
            }
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append('\t');
                default -> {
                    if (Character.isISOControl(c) || isLineSeparator(c)) {
                        line.append("\\u").append(String.format("%04x", (int) c));
                    } else {
                        line.append(c);
                    }
                }
            }
        }
    }

    private static boolean isLineSeparator(char c) {
        return c == '\u2028' || c == '\u2029';
    }
}
