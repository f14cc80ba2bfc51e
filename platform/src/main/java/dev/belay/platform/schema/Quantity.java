package dev.belay.platform.schema;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with a unit, as people write them. */
public final class Quantity {
    public static final String TIME = "a time such as 500ms, 30s or 2m";
    public static final String SIZE = "a size such as 512k, 64m or 1g";
    public static final String COUNT = "a number such as 50000, 10m or 2g";

    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("([0-9]{1,15})([a-zA-Z]*)");

    private Quantity() {}

    /**
     * {@code 500ms}, {@code 30s}, {@code 2m}, {@code 1h}; without a unit, seconds. More than 0.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Duration time(String text) {
        Matcher parts = parts(text, TIME);
        long number = Long.parseLong(parts.group(1));
        Duration time = switch (parts.group(2).toLowerCase(Locale.ROOT)) {
            case "ms" -> Duration.ofMillis(number);
            case "", "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> throw expected(TIME, text);
        };
        if (time.isZero()) {
            throw expected("a time of more than 0", text);
        }
        return time;
    }

    /**
     * {@code 512k}, {@code 64m}, {@code 1g}; without a unit, bytes.
     *
     * @return bytes
     * @throws IllegalArgumentException if it is none
     */
    public static long size(String text) {
        Matcher parts = parts(text, SIZE);
        int shift = switch (parts.group(2).toLowerCase(Locale.ROOT)) {
            case "", "b" -> 0;
            case "k", "kb", "kib" -> 10;
            case "m", "mb", "mib" -> 20;
            case "g", "gb", "gib" -> 30;
            default -> throw expected(SIZE, text);
        };
        long number = Long.parseLong(parts.group(1));
        if (number > Long.MAX_VALUE >> shift) {
            throw expected("a size below 8 EiB", text);
        }
        return number << shift;
    }

    /**
     * {@code 50000}, {@code 50k}, {@code 10m}, {@code 2g}: thousands, millions and thousands of millions.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static long count(String text) {
        Matcher parts = parts(text, COUNT);
        long unit = switch (parts.group(2).toLowerCase(Locale.ROOT)) {
            case "" -> 1;
            case "k" -> 1_000;
            case "m" -> 1_000_000;
            case "g" -> 1_000_000_000;
            default -> throw expected(COUNT, text);
        };
        long number = Long.parseLong(parts.group(1));
        if (number > Long.MAX_VALUE / unit) {
            throw expected("a number below " + Long.MAX_VALUE, text);
        }
        return number * unit;
    }

    private static Matcher parts(String text, String expected) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text);
        if (!matcher.matches()) {
            throw expected(expected, text);
        }
        return matcher;
    }

    private static IllegalArgumentException expected(String what, String found) {
        return new IllegalArgumentException("expected " + what + ", found '" + found + "'");
    }
}
