package dev.belay.platform.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One way to say who one is, of those that a {@code WWW-Authenticate} header offers (RFC 9110, 11.6.1).
 *
 * @param scheme in small letters
 * @param parameters by their names in small letters
 */
record Challenge(String scheme, Map<String, String> parameters) {
    static final String BASIC = "basic";
    static final String BEARER = "bearer";

    Challenge {
        parameters = Map.copyOf(parameters);
    }

    /** All that can be read of some headers; what cannot be is left out. */
    static List<Challenge> all(List<String> headers) {
        return headers.stream().flatMap(header -> new ChallengeParser(header).all().stream()).toList();
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
