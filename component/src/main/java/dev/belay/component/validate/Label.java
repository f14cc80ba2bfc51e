package dev.belay.component.validate;

/** Labels: {@code label} and {@code words} of the grammar of names. */
final class Label {
    private Label() {}

    /** Whether {@code text} is in kebab case: each fragment all lower or all upper case, the first starting with a letter. */
    static boolean isLabel(String text) {
        return isFragments(text, true);
    }

    /** Whether {@code text} is in kebab case and has no upper case. */
    static boolean isWords(String text) {
        return isFragments(text, false);
    }

    private static boolean isFragments(String text, boolean acronyms) {
        String[] fragments = text.split("-", -1);
        if (fragments[0].isEmpty() || isDigit(fragments[0].charAt(0))) {
            return false;
        }
        for (String fragment : fragments) {
            if (!isFragment(fragment, acronyms)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFragment(String fragment, boolean acronyms) {
        boolean lower = false;
        boolean upper = false;
        for (int i = 0; i < fragment.length(); i++) {
            char c = fragment.charAt(i);
            if (c >= 'a' && c <= 'z') {
                lower = true;
            } else if (c >= 'A' && c <= 'Z') {
                upper = true;
            } else if (!isDigit(c)) {
                return false;
            }
        }
        return !fragment.isEmpty() && !(lower && upper) && (acronyms || !upper);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
