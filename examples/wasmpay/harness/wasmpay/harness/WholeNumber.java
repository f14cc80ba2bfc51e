package wasmpay.harness;

import java.util.Optional;

/** Whole numbers of 64 bits, exactly: what has more digits than that is none. */
final class WholeNumber {
    private static final int TEN = 10;

    private WholeNumber() {}

    /** @param text digits of ASCII, a sign before them if there is one */
    static Optional<Long> parse(String text) {
        boolean negative = text.startsWith("-");
        int start = negative || text.startsWith("+") ? 1 : 0;
        if (text.length() == start) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = start; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            // Counted below zero, where there is one more.
            if (digit < 0 || digit >= TEN || value < (Long.MIN_VALUE + digit) / TEN) {
                return Optional.empty();
            }
            value = value * TEN - digit;
        }
        return negative || value != Long.MIN_VALUE ? Optional.of(negative ? value : -value) : Optional.empty();
    }
}
