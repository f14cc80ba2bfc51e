package dev.belay.host.http;

import java.util.Optional;

/**
 * Where a server listens.
 *
 * @param host a name or address, without brackets
 * @param port 0 to 65535; 0 for any that is free
 */
public record HostPort(String host, int port) {
    private static final int MAX_PORT = 65_535;
    private static final String DIGITS = "[0-9]{1,5}";

    /** @throws IllegalArgumentException if there is no such port */
    public HostPort {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("expected a port from 0 to 65535, found " + port);
        }
    }

    /** {@code HOST:PORT}; an IPv6 host is in brackets. Empty if it is none. */
    public static Optional<HostPort> parse(String text) {
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 1 || !port.matches(DIGITS) || Integer.parseInt(port) > MAX_PORT) {
            return Optional.empty();
        }
        String host = text.substring(0, colon);
        boolean hasBrackets = host.startsWith("[") && host.endsWith("]");
        return Optional.of(new HostPort(hasBrackets ? host.substring(1, host.length() - 1) : host, Integer.parseInt(port)));
    }

    public HostPort withPort(int other) {
        return new HostPort(host, other);
    }

    /** @param secure whether by TLS */
    public String url(boolean secure) {
        return (secure ? "https://" : "http://") + this;
    }

    /** As {@link #parse} takes it. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
