package dev.belay.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers with a unit, as options take them. */
final class Units {
    /** More than a hundred years. */
    private static final long MAX_DAYS = 36_525;

    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("([0-9]{1,15})([a-zA-Z]*)");

    private Units() {}

    /** {@code 500ms}, {@code 30s}, {@code 2m}; without a unit, seconds. */
    static final class OfTime implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            Matcher parts = parts(text, "a time such as 500ms, 30s or 2m");
            long number = Long.parseLong(parts.group(1));
            var time = switch (parts.group(2).toLowerCase(Locale.ROOT)) {
                case "ms" -> Duration.ofMillis(number);
                case "", "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> throw expected("a time such as 500ms, 30s or 2m", text);
            };
            if (time.isZero()) {
                throw expected("a time of more than 0", text);
            }
            return time;
        }
    }

    /** {@code 30d}, {@code 12h}, and what times have otherwise. */
    static final class OfAge implements ITypeConverter<Duration> {
        private static final String EXPECTED = "a time such as 30d or 12h";

        @Override
        public Duration convert(String text) {
            Matcher parts = parts(text, EXPECTED);
            if (!parts.group(2).equals("d")) {
                return new OfTime().convert(text);
            }
            long days = Long.parseLong(parts.group(1));
            if (days > MAX_DAYS) {
                throw expected("at most " + MAX_DAYS + "d", text);
            }
            return Duration.ofDays(days);
        }
    }

    /** {@code 512k}, {@code 64m}, {@code 1g}; without a unit, bytes. The result is bytes. */
    static final class OfSize implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            Matcher parts = parts(text, "a size such as 512k, 64m or 1g");
            int shift = switch (parts.group(2).toLowerCase(Locale.ROOT)) {
                case "", "b" -> 0;
                case "k", "kb", "kib" -> 10;
                case "m", "mb", "mib" -> 20;
                case "g", "gb", "gib" -> 30;
                default -> throw expected("a size such as 512k, 64m or 1g", text);
            };
            long number = Long.parseLong(parts.group(1));
            if (number > Long.MAX_VALUE >> shift) {
                throw expected("a size below 8 EiB", text);
            }
            return number << shift;
        }
    }

    /** {@code 50000}, {@code 50k}, {@code 10m}, {@code 2g}: thousands, millions and thousands of millions. */
    static final class OfCount implements ITypeConverter<Long> {
        private static final String EXPECTED = "a number such as 50000, 10m or 2g";

        @Override
        public Long convert(String text) {
            Matcher parts = parts(text, EXPECTED);
            long unit = switch (parts.group(2).toLowerCase(Locale.ROOT)) {
                case "" -> 1;
                case "k" -> 1_000;
                case "m" -> 1_000_000;
                case "g" -> 1_000_000_000;
                default -> throw expected(EXPECTED, text);
            };
            long number = Long.parseLong(parts.group(1));
            if (number > Long.MAX_VALUE / unit) {
                throw expected("a number below " + Long.MAX_VALUE, text);
            }
            return number * unit;
        }
    }

    private static Matcher parts(String text, String expected) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text);
        if (!matcher.matches()) {
            throw expected(expected, text);
        }
        return matcher;
    }

    private static TypeConversionException expected(String what, String found) {
        return new TypeConversionException("expected " + what + ", found '" + found + "'");
    }
}
