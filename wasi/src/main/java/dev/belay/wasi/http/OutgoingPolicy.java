package dev.belay.wasi.http;

import java.util.List;

/**
 * Where guests may send HTTP requests. A host that is not named is denied.
 *
 * <p>A pattern is a host ({@code api.example.com}), a host and a port ({@code api.example.com:8443}, {@code [::1]:80}),
 * all names below a domain ({@code *.example.com}, not the domain itself; with a port or without), or {@code *} for
 * everything. Without a port it allows every port. Case does not matter.
 */
public final class OutgoingPolicy {
    private static final OutgoingPolicy DENY_ALL = new OutgoingPolicy(List.of());

    private final List<Pattern> patterns;

    private OutgoingPolicy(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    public static OutgoingPolicy denyAll() {
        return DENY_ALL;
    }

    /**
     * @throws IllegalArgumentException if a pattern is not as described above
     */
    public static OutgoingPolicy allow(List<String> patterns) {
        return new OutgoingPolicy(patterns.stream().map(Pattern::parse).toList());
    }

    public boolean allowsNothing() {
        return patterns.isEmpty();
    }

    boolean allows(Authority authority, int defaultPort) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(authority, defaultPort));
    }

    private record Pattern(String text, boolean everything, boolean below, Authority authority) {
        static Pattern parse(String text) {
            if (text.equals("*")) {
                return new Pattern(text, true, false, new Authority("", 0));
            }
            boolean below = text.startsWith("*.");
            var authority = Authority.parse(below ? text.substring(2) : text)
                    .filter(it -> it.host().indexOf('*') < 0)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "expected HOST, HOST:PORT, *.DOMAIN or * as a host to allow, found '" + text + "'"));
            return new Pattern(text, false, below, authority);
        }

        boolean matches(Authority asked, int defaultPort) {
            if (everything) {
                return true;
            }
            int port = asked.port() == 0 ? defaultPort : asked.port();
            boolean hostMatches =
                    below ? asked.host().endsWith("." + authority.host()) : asked.host().equals(authority.host());
            return hostMatches && (authority.port() == 0 || authority.port() == port);
        }
    }
}
