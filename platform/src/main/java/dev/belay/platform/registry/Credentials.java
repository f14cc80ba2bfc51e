package dev.belay.platform.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who somebody is to a registry.
 *
 * @param user empty if the secret is a token of an identity, which is traded for one that gives access
 * @param source where they are from, for messages
 */
record Credentials(String user, String secret, String source) {
    boolean isIdentityToken() {
        return user.isEmpty();
    }

    /** The value of an {@code Authorization} header. */
    String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    /** Without the secret: what is printed by mistake is no harm. */
    @Override
    public String toString() {
        return user + " of " + source;
    }
}
