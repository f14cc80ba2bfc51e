package dev.belay.platform.registry;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** A response that came whole. */
record Reply(int status, HttpHeaders headers, byte[] body) {
    static final int OK = 200;
    static final int CREATED = 201;
    static final int ACCEPTED = 202;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int TOO_MANY = 429;

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Whether it says to look elsewhere. */
    boolean isRedirect() {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }
}
