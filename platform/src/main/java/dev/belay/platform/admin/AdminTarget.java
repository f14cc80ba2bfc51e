package dev.belay.platform.admin;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Which host to ask. */
public sealed interface AdminTarget {
    /** What the address of a Unix socket begins with. */
    String UNIX = "unix:";

    /** A host that is reached through a Unix socket. */
    record Unix(Path socket) implements AdminTarget {
        @Override
        public String toString() {
            return UNIX + socket;
        }
    }

    /**
     * A host at an address of the network.
     *
     * @param base such as {@code https://127.0.0.1:9090}
     * @param trust a file with certificates (PEM), of which one has to have signed the host's; the JVM's own if there is none
     * @param exact whether the file has the host's own certificate, whatever name that was made for
     */
    record Network(URI base, Optional<Path> trust, boolean exact) implements AdminTarget {
        @Override
        public String toString() {
            return base.toString();
        }
    }

    /**
     * @param text {@code unix:} and a path, or a URL of http or https
     * @param trust as of {@link Network}
     * @throws IllegalArgumentException if it is neither
     */
    static AdminTarget parse(String text, Optional<Path> trust) {
        if (text.startsWith(UNIX) && text.length() > UNIX.length()) {
            return new Unix(Path.of(text.substring(UNIX.length())));
        }
        try {
            URI base = URI.create(text);
            String scheme = Optional.ofNullable(base.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https")) && base.getHost() != null) {
                return new Network(base, trust, false);
            }
        } catch (IllegalArgumentException _) {
            // The message below says more.
        }
        throw new IllegalArgumentException("expected http://HOST:PORT, https://HOST:PORT or unix:PATH, found " + text);
    }
}
