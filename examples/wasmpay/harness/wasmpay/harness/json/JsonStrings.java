package wasmpay.harness.json;

/** Reads the strings of a text. */
final class JsonStrings {
    private static final int HEX_DIGITS = 4;

    private final JsonText text;

    JsonStrings(JsonText text) {
        this.text = text;
    }

    /** From one quotation mark to the other. */
    String read() throws JsonException {
        text.skip();
        String start = text.plain();
        if (text.take('"')) {
            return start;
        }
        var all = new StringBuilder(start);
        while (!text.take('"')) {
            if (text.isAtEnd()) {
                throw text.expected("'\"' to end a string");
            }
            if (text.peek() != '\\') {
                throw text.problem("expected " + text.found() + " in a string to be escaped");
            }
            escape(all);
            all.append(text.plain());
        }
        return all.toString();
    }

    private void escape(StringBuilder all) throws JsonException {
        int start = text.mark();
        text.skip();
        char c = text.peek();
        switch (c) {
            case '"', '\\', '/' -> all.append(c);
            case 'b' -> all.append('\b');
            case 'f' -> all.append('\f');
            case 'n' -> all.append('\n');
            case 'r' -> all.append('\r');
            case 't' -> all.append('\t');
            case 'u' -> {
                unicode(all, start);
                return;
            }
            default -> throw text.expected("one of \"\\/bfnrtu after '\\'");
        }
        text.skip();
    }

    /** Reads from the {@code u} on; a surrogate has to have its other half after it. */
    private void unicode(StringBuilder all, int start) throws JsonException {
        char first = unit();
        if (!Character.isSurrogate(first)) {
            all.append(first);
            return;
        }
        if (Character.isHighSurrogate(first) && text.take("\\")) {
            if (text.peek() == 'u') {
                char second = unit();
                if (Character.isLowSurrogate(second)) {
                    all.append(first).append(second);
                    return;
                }
            }
        }
        text.back(start);
        throw text.problem("\\u" + Hex.lower(first) + " is half of a surrogate pair");
    }

    private char unit() throws JsonException {
        text.skip();
        int unit = 0;
        for (int i = 0; i < HEX_DIGITS; i++) {
            int digit = Hex.value(text.peek());
            if (digit < 0) {
                throw text.expected("a hexadecimal digit");
            }
            unit = unit << 4 | digit;
            text.skip();
        }
        return (char) unit;
    }
}
