package dev.belay.component.validate;

import java.util.regex.Pattern;

/** What may stand after the {@code @} of an interface name. */
final class InterfaceVersion {
    private static final String NUMBER = "(0|[1-9][0-9]*)";
    private static final String IDENTIFIERS = "[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*+";
    /** Numeric identifiers of a pre-release have no leading zeros. */
    private static final String PRE_RELEASE_PART = "([0-9]*+[A-Za-z-][0-9A-Za-z-]*+|0|[1-9][0-9]*+)";

    private static final Pattern SEMVER = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER
            + "(-" + PRE_RELEASE_PART + "(\\." + PRE_RELEASE_PART + ")*+)?+"
            + "(\\+" + IDENTIFIERS + ")?+");
    private static final Pattern CANONICAL = Pattern.compile("[1-9][0-9]*|0\\.[1-9][0-9]*|0\\.0\\.[1-9][0-9]*|0\\.0\\.0");

    /** Longer ones are nobody's, and would only slow the matching down. */
    private static final int MAX_LENGTH = 1024;

    private InterfaceVersion() {}

    static boolean isSemver(String text) {
        return text.length() <= MAX_LENGTH && SEMVER.matcher(text).matches();
    }

    /** Whether it is what is left of a version without the part that compatible versions differ in. */
    static boolean isCanonical(String text) {
        return text.length() <= MAX_LENGTH && CANONICAL.matcher(text).matches();
    }
}
