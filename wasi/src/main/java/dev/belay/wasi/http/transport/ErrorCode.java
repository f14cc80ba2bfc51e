package dev.belay.wasi.http.transport;

import dev.belay.runtime.value.RecordValue;
import dev.belay.runtime.value.VariantValue;
import java.util.Optional;

/**
 * Why an exchange failed: {@code wasi:http/types.error-code}.
 *
 * @param payload the component value of the case, empty if the case has none
 */
public record ErrorCode(Kind kind, Optional<Object> payload) {

    /**
     * An error without details.
     */
    public static ErrorCode of(Kind kind) {
        return new ErrorCode(kind, kind.payload.withoutDetails());
    }

    /**
     * An error about a size.
     *
     * @param kind one whose payload is an optional number
     */
    public static ErrorCode ofSize(Kind kind, long size) {
        return switch (kind.payload) {
            case SIZE_64, SIZE_32 -> new ErrorCode(kind, Optional.of(Optional.of(size)));
            default -> throw new IllegalArgumentException("the error code " + kind.label + " has no size");
        };
    }

    /** An error that has no code of its own. */
    public static ErrorCode internal(String what) {
        return new ErrorCode(Kind.INTERNAL_ERROR, Optional.of(Optional.of(what)));
    }

    /**
     * A name was not found.
     *
     * @param rcode what the name server said, such as {@code NXDOMAIN}
     */
    public static ErrorCode dns(String rcode) {
        return new ErrorCode(
                Kind.DNS_ERROR,
                Optional.of(RecordValue.of("rcode", Optional.of(rcode), "info-code", Optional.empty())));
    }

    /**
     * @throws IllegalArgumentException if the variant is not of the type {@code error-code}
     */
    public static ErrorCode ofVariant(VariantValue variant) {
        for (Kind kind : Kind.values()) {
            if (kind.label.equals(variant.label())) {
                return new ErrorCode(kind, variant.payload());
            }
        }
        throw new IllegalArgumentException("expected a case of error-code, found '" + variant.label() + "'");
    }

    public VariantValue toVariant() {
        return new VariantValue(kind.label, payload);
    }

    @Override
    public String toString() {
        return payload.flatMap(it -> it instanceof Optional<?> detail ? detail : Optional.of(it))
                .map(detail -> kind.label + ": " + detail)
                .orElse(kind.label);
    }

    private enum Payload {
        NONE,
        DNS,
        ALERT,
        SIZE_64,
        SIZE_32,
        TEXT,
        FIELD,
        OPTIONAL_FIELD;

        private Optional<Object> withoutDetails() {
            return switch (this) {
                case NONE -> Optional.empty();
                case DNS -> Optional.of(RecordValue.of("rcode", Optional.empty(), "info-code", Optional.empty()));
                case ALERT -> Optional.of(
                        RecordValue.of("alert-id", Optional.empty(), "alert-message", Optional.empty()));
                case SIZE_64, SIZE_32, TEXT, OPTIONAL_FIELD -> Optional.of(Optional.empty());
                case FIELD -> Optional.of(
                        RecordValue.of("field-name", Optional.empty(), "field-size", Optional.empty()));
            };
        }
    }

    /** The cases. */
    public enum Kind {
        DNS_TIMEOUT("DNS-timeout", Payload.NONE),
        DNS_ERROR("DNS-error", Payload.DNS),
        DESTINATION_NOT_FOUND("destination-not-found", Payload.NONE),
        DESTINATION_UNAVAILABLE("destination-unavailable", Payload.NONE),
        DESTINATION_IP_PROHIBITED("destination-IP-prohibited", Payload.NONE),
        DESTINATION_IP_UNROUTABLE("destination-IP-unroutable", Payload.NONE),
        CONNECTION_REFUSED("connection-refused", Payload.NONE),
        CONNECTION_TERMINATED("connection-terminated", Payload.NONE),
        CONNECTION_TIMEOUT("connection-timeout", Payload.NONE),
        CONNECTION_READ_TIMEOUT("connection-read-timeout", Payload.NONE),
        CONNECTION_WRITE_TIMEOUT("connection-write-timeout", Payload.NONE),
        CONNECTION_LIMIT_REACHED("connection-limit-reached", Payload.NONE),
        TLS_PROTOCOL_ERROR("TLS-protocol-error", Payload.NONE),
        TLS_CERTIFICATE_ERROR("TLS-certificate-error", Payload.NONE),
        TLS_ALERT_RECEIVED("TLS-alert-received", Payload.ALERT),
        HTTP_REQUEST_DENIED("HTTP-request-denied", Payload.NONE),
        HTTP_REQUEST_LENGTH_REQUIRED("HTTP-request-length-required", Payload.NONE),
        HTTP_REQUEST_BODY_SIZE("HTTP-request-body-size", Payload.SIZE_64),
        HTTP_REQUEST_METHOD_INVALID("HTTP-request-method-invalid", Payload.NONE),
        HTTP_REQUEST_URI_INVALID("HTTP-request-URI-invalid", Payload.NONE),
        HTTP_REQUEST_URI_TOO_LONG("HTTP-request-URI-too-long", Payload.NONE),
        HTTP_REQUEST_HEADER_SECTION_SIZE("HTTP-request-header-section-size", Payload.SIZE_32),
        HTTP_REQUEST_HEADER_SIZE("HTTP-request-header-size", Payload.OPTIONAL_FIELD),
        HTTP_REQUEST_TRAILER_SECTION_SIZE("HTTP-request-trailer-section-size", Payload.SIZE_32),
        HTTP_REQUEST_TRAILER_SIZE("HTTP-request-trailer-size", Payload.FIELD),
        HTTP_RESPONSE_INCOMPLETE("HTTP-response-incomplete", Payload.NONE),
        HTTP_RESPONSE_HEADER_SECTION_SIZE("HTTP-response-header-section-size", Payload.SIZE_32),
        HTTP_RESPONSE_HEADER_SIZE("HTTP-response-header-size", Payload.FIELD),
        HTTP_RESPONSE_BODY_SIZE("HTTP-response-body-size", Payload.SIZE_64),
        HTTP_RESPONSE_TRAILER_SECTION_SIZE("HTTP-response-trailer-section-size", Payload.SIZE_32),
        HTTP_RESPONSE_TRAILER_SIZE("HTTP-response-trailer-size", Payload.FIELD),
        HTTP_RESPONSE_TRANSFER_CODING("HTTP-response-transfer-coding", Payload.TEXT),
        HTTP_RESPONSE_CONTENT_CODING("HTTP-response-content-coding", Payload.TEXT),
        HTTP_RESPONSE_TIMEOUT("HTTP-response-timeout", Payload.NONE),
        HTTP_UPGRADE_FAILED("HTTP-upgrade-failed", Payload.NONE),
        HTTP_PROTOCOL_ERROR("HTTP-protocol-error", Payload.NONE),
        LOOP_DETECTED("loop-detected", Payload.NONE),
        CONFIGURATION_ERROR("configuration-error", Payload.NONE),
        INTERNAL_ERROR("internal-error", Payload.TEXT);

        private final String label;
        private final Payload payload;

        Kind(String label, Payload payload) {
            this.label = label;
            this.payload = payload;
        }

        /** As WIT writes it. */
        public String label() {
            return label;
        }
    }
}
