package dev.belay.platform.registry;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Where a registry may send one to. */
final class Web {
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private Web() {}

    /**
     * What a registry named, as it stands or relative to where that was said.
     *
     * @return empty for what is no address of the web; for clear text, unless what said it is in clear text as well and on this machine; and for one
     *     with a user in it
     */
    static Optional<URI> named(URI from, String address) {
        try {
            URI to = from.resolve(address);
            if (to.getHost() == null || to.getUserInfo() != null) {
                return Optional.empty();
            }
            boolean clear = isClear(to) && isClear(from) && Reference.isLoopback(to.getHost());
            return isSafe(to) || clear ? Optional.of(to) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Whether who is known to one may be known to the other as well. */
    static boolean isSameOrigin(URI one, URI other) {
        return scheme(one).equals(scheme(other))
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    /** Of all that an address has, what is no secret: storage puts signatures into the rest. */
    static String place(URI at) {
        return Words.printable(at.getScheme() + "://" + at.getAuthority());
    }

    private static boolean isSafe(URI at) {
        return scheme(at).equals("https");
    }

    private static boolean isClear(URI at) {
        return scheme(at).equals("http");
    }

    private static String scheme(URI at) {
        return Optional.ofNullable(at.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    }

    private static int port(URI at) {
        return at.getPort() >= 0 ? at.getPort() : isSafe(at) ? HTTPS_PORT : HTTP_PORT;
    }
}
