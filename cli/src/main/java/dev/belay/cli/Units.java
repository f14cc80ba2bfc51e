package dev.belay.cli;

import dev.belay.platform.schema.Quantity;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers with a unit, as options take them. */
final class Units {
    /** More than a hundred years. */
    private static final long MAX_DAYS = 36_525;

    private static final Pattern DAYS = Pattern.compile("([0-9]{1,15})d");

    private Units() {}

    /** {@code 500ms}, {@code 30s}, {@code 2m}; without a unit, seconds. */
    static final class OfTime implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return converted(text, Quantity::time);
        }
    }

    /** {@code 30d}, {@code 12h}, and what times have otherwise. */
    static final class OfAge implements ITypeConverter<Duration> {
        private static final String EXPECTED = "a time such as 30d or 12h";

        @Override
        public Duration convert(String text) {
            Matcher days = DAYS.matcher(text);
            if (days.matches()) {
                long number = Long.parseLong(days.group(1));
                if (number > MAX_DAYS) {
                    throw new TypeConversionException("expected at most " + MAX_DAYS + "d, found '" + text + "'");
                }
                return Duration.ofDays(number);
            }
            if (!text.matches("[0-9]{1,15}[a-zA-Z]*")) {
                throw new TypeConversionException("expected " + EXPECTED + ", found '" + text + "'");
            }
            return converted(text, Quantity::time);
        }
    }

    /** {@code 512k}, {@code 64m}, {@code 1g}; without a unit, bytes. The result is bytes. */
    static final class OfSize implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return converted(text, Quantity::size);
        }
    }

    /** {@code 50000}, {@code 50k}, {@code 10m}, {@code 2g}: thousands, millions and thousands of millions. */
    static final class OfCount implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return converted(text, Quantity::count);
        }
    }

    private static <T> T converted(String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(ErrorReport.message(e));
        }
    }
}
