package dev.belay.wasi.http;

import dev.belay.runtime.Trap;
import dev.belay.wasi.http.transport.ErrorCode;

/** The statuses that a client gets where the guest gave none. */
final class StatusCodes {
    static final int INTERNAL_SERVER_ERROR = 500;
    private static final int BAD_GATEWAY = 502;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    private StatusCodes() {}

    /** A guest that took too long, or too much fuel, is like an upstream server that did. */
    static int of(RequestOutcome outcome) {
        return outcome.trap()
                .map(kind -> switch (kind) {
                    case DEADLINE, FUEL -> GATEWAY_TIMEOUT;
                    default -> INTERNAL_SERVER_ERROR;
                })
                .orElse(INTERNAL_SERVER_ERROR);
    }

    static int of(ErrorCode error) {
        return switch (error.kind()) {
            case HTTP_REQUEST_DENIED -> 403;
            case HTTP_REQUEST_METHOD_INVALID -> 405;
            case HTTP_REQUEST_LENGTH_REQUIRED -> 411;
            case HTTP_REQUEST_BODY_SIZE -> 413;
            case HTTP_REQUEST_URI_TOO_LONG -> 414;
            case HTTP_REQUEST_URI_INVALID -> 400;
            case HTTP_REQUEST_HEADER_SECTION_SIZE,
                    HTTP_REQUEST_HEADER_SIZE,
                    HTTP_REQUEST_TRAILER_SECTION_SIZE,
                    HTTP_REQUEST_TRAILER_SIZE -> 431;
            case DNS_TIMEOUT, CONNECTION_TIMEOUT, CONNECTION_READ_TIMEOUT, CONNECTION_WRITE_TIMEOUT, HTTP_RESPONSE_TIMEOUT ->
                GATEWAY_TIMEOUT;
            case CONNECTION_LIMIT_REACHED -> SERVICE_UNAVAILABLE;
            case LOOP_DETECTED -> 508;
            case CONFIGURATION_ERROR, INTERNAL_ERROR -> INTERNAL_SERVER_ERROR;
            default -> BAD_GATEWAY;
        };
    }
}
