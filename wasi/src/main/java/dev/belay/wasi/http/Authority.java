package dev.belay.wasi.http;

import java.util.Locale;
import java.util.Optional;

/**
 * Host and port of a URI.
 *
 * @param host in lower case; an IPv6 address in brackets
 * @param port 0 if none is given
 */
record Authority(String host, int port) {
    /** What a host name can have at most (RFC 1035, section 2.3.4). */
    private static final int MAX_HOST_LENGTH = 255;

    private static final int MAX_PORT_DIGITS = 5;
    private static final int MAX_PORT = 65_535;

    /** Empty if the text is no host or {@code host:port}; user information is not allowed. */
    static Optional<Authority> parse(String text) {
        int hostEnd = text.startsWith("[") ? text.indexOf(']') + 1 : firstOrEnd(text, ':');
        String host = text.substring(0, hostEnd).toLowerCase(Locale.ROOT);
        if (!isHost(host)) {
            return Optional.empty();
        }
        String rest = text.substring(hostEnd);
        if (rest.isEmpty()) {
            return Optional.of(new Authority(host, 0));
        }
        String digits = rest.substring(1);
        if (rest.charAt(0) != ':'
                || digits.isEmpty()
                || digits.length() > MAX_PORT_DIGITS
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int port = Integer.parseInt(digits);
        return port == 0 || port > MAX_PORT ? Optional.empty() : Optional.of(new Authority(host, port));
    }

    private static int firstOrEnd(String text, char c) {
        int at = text.indexOf(c);
        return at < 0 ? text.length() : at;
    }

    private static boolean isHost(String host) {
        if (host.isEmpty() || host.length() > MAX_HOST_LENGTH) {
            return false;
        }
        String marks = "-._~";
        boolean address = host.startsWith("[");
        String inside = address ? host.substring(1, host.length() - 1) : host;
        return !inside.isEmpty()
                && inside.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= '0' && c <= '9')
                                || (address ? c == ':' || c == '.' : marks.indexOf(c) >= 0));
    }
}
