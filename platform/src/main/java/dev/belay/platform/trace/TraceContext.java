package dev.belay.platform.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which trace something belongs to: the header {@code traceparent} of W3C Trace Context.
 *
 * @param trace 32 hexadecimal digits
 * @param span 16 hexadecimal digits: of whoever asks
 */
public record TraceContext(String trace, String span, boolean sampled) {
    public static final String HEADER = "traceparent";

    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_SPAN = "0".repeat(16);

    /** @return empty for what the recommendation has as invalid: a new trace begins then */
    public static Optional<TraceContext> parse(String header) {
        Matcher parts = TEXT.matcher(header.strip());
        if (!parts.matches()
                || parts.group(1).equals("ff")
                || parts.group(1).equals("00") && parts.group(5) != null
                || parts.group(2).equals(NO_TRACE)
                || parts.group(3).equals(NO_SPAN)) {
            return Optional.empty();
        }
        return Optional.of(new TraceContext(parts.group(2), parts.group(3), (Integer.parseInt(parts.group(4), 16) & 1) == 1));
    }

    /** A trace that begins here. */
    static TraceContext begin(boolean sampled) {
        var random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return new TraceContext(hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1), newSpan(), sampled);
    }

    /** Of something within. */
    TraceContext within() {
        return new TraceContext(trace, newSpan(), sampled);
    }

    private static String newSpan() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1);
    }

    public String header() {
        return "00-" + trace + "-" + span + (sampled ? "-01" : "-00");
    }
}
