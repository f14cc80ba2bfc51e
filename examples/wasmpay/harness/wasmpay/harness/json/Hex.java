package wasmpay.harness.json;

/** Hexadecimal digits of ASCII: Java's own methods know those of all scripts, by tables that are larger than this component. */
final class Hex {
    private static final String LOWER = "0123456789abcdef";
    private static final String UPPER = "0123456789ABCDEF";

    private Hex() {}

    /** Four digits. */
    static String lower(int unit) {
        return digits(unit, LOWER);
    }

    static String upper(int unit) {
        return digits(unit, UPPER);
    }

    private static String digits(int unit, String digits) {
        var text = new StringBuilder();
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(digits.charAt(unit >> shift & 0xF));
        }
        return text.toString();
    }

    /** What a digit stands for; negative if it is none. */
    static int value(char digit) {
        int lower = LOWER.indexOf(digit);
        return lower >= 0 ? lower : UPPER.indexOf(digit);
    }
}
