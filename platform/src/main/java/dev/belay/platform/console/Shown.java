package dev.belay.platform.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Values as people read them. */
final class Shown {
    private static final double TEN = 10;
    private static final int KIB = 1 << 10;
    private static final int MIB = 1 << 20;
    private static final double MILLIS = 1e3;

    private Shown() {}

    static String rate(double perSecond) {
        return perSecond == 0 ? "0" : perSecond < TEN ? format("%.1f", perSecond) : format("%,.0f", perSecond);
    }

    /** @param seconds the upper bound of a bucket; 0 for nothing known */
    static String latency(double seconds) {
        if (seconds == 0) {
            return "–";
        }
        return seconds < 1 ? "≤ " + plain(seconds * MILLIS) + " ms" : "≤ " + plain(seconds) + " s";
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? format("%.0f", value) : format("%.2f", value).replaceFirst("0+$", "");
    }

    static String count(long count) {
        return format("%,d", count);
    }

    /** Linear memory: whole pages of 64 KiB. */
    static String bytes(long bytes) {
        return bytes < MIB ? bytes / KIB + " KiB" : plain(Math.round(bytes * TEN / MIB) / TEN) + " MiB";
    }

    /** In UTC, to the second. */
    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " UTC");
    }

    /** A name as a segment of a path. */
    static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String format(String how, Object value) {
        return String.format(Locale.ROOT, how, value);
    }
}
