package dev.belay.wit.syntax;

/** The text within documentation comments. */
final class DocText {
    private DocText() {}

    /** Of what follows {@code ///}: one blank before it and all after it are no part of the text. */
    static String ofLine(String line) {
        String text = line.stripTrailing();
        return text.startsWith(" ") ? text.substring(1) : text;
    }

    /** Of what stands between {@code /**} and its end: a {@code *} that leads a line is no part of the text. */
    static String ofBlock(String block) {
        var lines = new StringBuilder();
        for (String line : block.strip().split("\n", -1)) {
            String text = line.strip();
            if (text.startsWith("*")) {
                text = text.substring(1).stripLeading();
            }
            if (!lines.isEmpty()) {
                lines.append('\n');
            }
            lines.append(text);
        }
        return lines.toString();
    }
}
