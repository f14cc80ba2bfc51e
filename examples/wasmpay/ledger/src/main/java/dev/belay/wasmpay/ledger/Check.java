package dev.belay.wasmpay.ledger;

import java.util.regex.Pattern;

/** What fields of requests have to be like. */
final class Check {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    /** Characters of a wrong value that an error repeats. */
    private static final int SHOWN = 40;

    private Check() {}

    static void code(String field, String value) {
        if (!CODE.matcher(value).matches()) {
            throw Refusal.invalid(
                    field + ": expected 1 to 40 lower-case letters, digits and hyphens, found " + shown(value));
        }
    }

    static void letters(String field, String value, int least, int most) {
        boolean fits = value.length() >= least && value.length() <= most
                && value.chars().allMatch(c -> c >= 'A' && c <= 'Z');
        if (!fits) {
            String wanted = least == most ? "" + least : least + " or " + most;
            throw Refusal.invalid(field + ": expected " + wanted + " capital letters, found " + shown(value));
        }
    }

    static void text(String field, String value, int least, int most) {
        if (value.length() < least || value.length() > most || value.indexOf(0) >= 0) {
            throw Refusal.invalid(field + ": expected " + least + " to " + most + " characters, found " + shown(value));
        }
    }

    static String shown(String value) {
        return value.length() <= SHOWN ? '"' + value + '"' : '"' + value.substring(0, SHOWN) + "…\"";
    }
}
