package dev.belay.wit.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A semantic version (semver 2.0.0).
 *
 * @param major as an unsigned number that fits a long
 * @param prerelease the dot-separated identifiers after {@code -}; empty for a release
 * @param build the text after {@code +}, without it; empty if there is none; no part of the order
 */
public record Version(long major, long minor, long patch, List<String> prerelease, String build)
        implements Comparable<Version> {
    private static final Pattern SEMVER = Pattern.compile("(0|[1-9]\\d{0,17})\\.(0|[1-9]\\d{0,17})\\.(0|[1-9]\\d{0,17})"
            + "(?:-((?:\\d*[a-zA-Z-][0-9a-zA-Z-]*|0|[1-9]\\d*)(?:\\.(?:\\d*[a-zA-Z-][0-9a-zA-Z-]*|0|[1-9]\\d*))*+))?"
            + "(?:\\+([0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*+))?");
    /** Longer text is no version: it bounds what the pattern may have to look at. */
    private static final int MAX_LENGTH = 256;

    public Version {
        prerelease = List.copyOf(prerelease);
    }

    public static Version of(long major, long minor, long patch) {
        return new Version(major, minor, patch, List.of(), "");
    }

    public static Optional<Version> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var m = SEMVER.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Version(
                Long.parseLong(m.group(1)),
                Long.parseLong(m.group(2)),
                Long.parseLong(m.group(3)),
                m.group(4) == null ? List.of() : List.of(m.group(4).split("\\.")),
                m.group(5) == null ? "" : m.group(5)));
    }

    /**
     * What compatible versions have in common: {@code 1} of 1.2.3, {@code 0.2} of 0.2.6, {@code 0.0.3} of 0.0.3. A
     * prerelease goes with itself only.
     */
    public String track() {
        if (!prerelease.isEmpty()) {
            return toString();
        }
        if (major != 0) {
            return Long.toString(major);
        }
        return minor != 0 ? "0." + minor : "0.0." + patch;
    }

    /** Whether something made for one of the two can be given the other. */
    public boolean compatibleWith(Version other) {
        return track().equals(other.track());
    }

    @Override
    public int compareTo(Version other) {
        int order = Long.compare(major, other.major);
        order = order != 0 ? order : Long.compare(minor, other.minor);
        order = order != 0 ? order : Long.compare(patch, other.patch);
        return order != 0 ? order : comparePrerelease(prerelease, other.prerelease);
    }

    @Override
    public String toString() {
        var text = new ArrayList<String>();
        text.add(major + "." + minor + "." + patch);
        if (!prerelease.isEmpty()) {
            text.add("-" + String.join(".", prerelease));
        }
        if (!build.isEmpty()) {
            text.add("+" + build);
        }
        return String.join("", text);
    }

    private static int comparePrerelease(List<String> a, List<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isEmpty(), b.isEmpty());
        }
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = compareIdentifier(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compareIdentifier(String a, String b) {
        boolean numericA = a.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean numericB = b.chars().allMatch(c -> c >= '0' && c <= '9');
        if (numericA && numericB) {
            return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
        }
        return numericA != numericB ? (numericA ? -1 : 1) : a.compareTo(b);
    }
}
