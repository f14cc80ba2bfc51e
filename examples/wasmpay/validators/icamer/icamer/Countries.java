package icamer;

import java.util.ArrayList;
import java.util.List;

/**
 * The countries of a list: words with space between them, and lines of comments that begin with {@code #}.
 *
 * @param codes of ISO 3166, in any of its forms
 */
record Countries(List<String> codes) {
    private static final char COMMENT = '#';

    static Countries of(String text) {
        var codes = new ArrayList<String>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            if (text.charAt(at) != COMMENT) {
                words(text, at, end, codes);
            }
            at = end + 1;
        }
        return new Countries(codes);
    }

    private static void words(String text, int from, int to, List<String> words) {
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || text.charAt(i) <= ' ') {
                if (i > start) {
                    words.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
    }

    boolean has(String country) {
        return codes.contains(country);
    }
}
