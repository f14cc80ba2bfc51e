package dev.belay.wit.syntax;

import dev.belay.wit.Span;
import dev.belay.wit.WitError;
import dev.belay.wit.WitException;

/** The form of names: words in one case each, joined by dashes. */
final class Names {
    private Names() {}

    static void requireKebab(String name, Span span) {
        boolean start = true;
        boolean lower = false;
        boolean upper = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '-') {
                lower = false;
                upper = false;
                start = true;
                continue;
            }
            lower |= c >= 'a' && c <= 'z';
            upper |= c >= 'A' && c <= 'Z';
            start = false;
            if (lower && upper) {
                break;
            }
        }
        if (start || (lower && upper)) {
            throw new WitException(new WitError.Invalid(
                    span, "name '" + name + "' is not in kebab-case: each word is all lower or all upper case"));
        }
    }
}
