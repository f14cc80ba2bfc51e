package dev.belay.wit.syntax;

/** The words that are no names unless a {@code %} stands before them. */
public final class Keywords {
    private Keywords() {}

    public static boolean isKeyword(String word) {
        return Token.ofWord(word) != Token.ID;
    }

    /** The name as it is written: with a {@code %} before it if it would be read as a keyword. */
    public static String escape(String name) {
        return isKeyword(name) ? "%" + name : name;
    }

    /** Whether {@code word} is a name as the grammar has it: kebab case, each fragment in one case. */
    public static boolean isLabel(String word) {
        int at = 0;
        while (at < word.length()) {
            int end = fragmentEnd(word, at);
            boolean startsWithDigit = word.charAt(at) <= '9';
            if (end == at || (at == 0 && startsWithDigit) || (end < word.length() && word.charAt(end) != '-')) {
                return false;
            }
            if (end == word.length()) {
                return true;
            }
            at = end + 1;
        }
        return false;
    }

    private static int fragmentEnd(String word, int from) {
        boolean lower = false;
        boolean upper = false;
        int at = from;
        for (; at < word.length(); at++) {
            char c = word.charAt(at);
            lower |= c >= 'a' && c <= 'z';
            upper |= c >= 'A' && c <= 'Z';
            boolean digit = c >= '0' && c <= '9';
            if ((lower && upper) || !(digit || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) {
                break;
            }
        }
        return at;
    }
}
