package dev.belay.platform.registry;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Says in words why a registry was of no use. */
final class Failures {
    private Failures() {}

    static String why(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CertPathBuilderException _ -> {
                    return "its certificate is not trusted: expected one signed by an authority that Java knows, or by one in the file "
                            + "that $SSL_CERT_FILE names";
                }
                case CertPathValidatorException e -> {
                    return "its certificate is not valid: " + e.getMessage();
                }
                case CertificateException e when e.getCause() == null -> {
                    return "its certificate is for another name: " + Words.printable(String.valueOf(e.getMessage()));
                }
                case UnresolvedAddressException _, UnknownHostException _ -> {
                    return "there is no host of that name";
                }
                case HttpConnectTimeoutException _ -> {
                    return "nothing takes a connection there in time";
                }
                case SSLException e when e.getCause() == null -> {
                    return "it does not speak TLS as expected: " + Words.printable(String.valueOf(e.getMessage()));
                }
                case EOFException _ -> {
                    return "it broke off";
                }
                default -> {
                    // What is behind it says more.
                }
            }
        }
        return failure instanceof ConnectException ? "nothing answers there" : Words.printable(String.valueOf(failure.getMessage()));
    }

    /** What a registry says itself of why not, in the form that the specification has for it; empty for nothing. */
    static String said(Reply reply) {
        try {
            JsonNode errors = Json.read(reply.body()).path("errors");
            JsonNode first = errors.isArray() && !errors.isEmpty() ? errors.get(0) : errors;
            Optional<String> message = Json.text(first, "message").or(() -> Json.text(first, "code"));
            return message.map(its -> " (it says: " + Words.printable(its) + ")").orElse("");
        } catch (JacksonException _) {
            return "";
        }
    }
}
