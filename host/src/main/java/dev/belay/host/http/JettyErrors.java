package dev.belay.host.http;

import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.HttpException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What Jetty's exceptions mean for a guest. */
final class JettyErrors {
    private JettyErrors() {}

    /** Why a request got no response. */
    static ErrorCode ofRequest(Throwable failure) {
        return of(failure, ErrorCode.Kind.HTTP_RESPONSE_TIMEOUT, ErrorCode.Kind.CONNECTION_TERMINATED);
    }

    /** Why a body broke off. */
    static ErrorCode ofBody(Throwable failure) {
        return of(failure, ErrorCode.Kind.CONNECTION_READ_TIMEOUT, ErrorCode.Kind.CONNECTION_TERMINATED);
    }

    /** Why a body could not be sent. */
    static ErrorCode ofWrite(Throwable failure) {
        return of(failure, ErrorCode.Kind.CONNECTION_WRITE_TIMEOUT, ErrorCode.Kind.CONNECTION_TERMINATED);
    }

    private static ErrorCode of(Throwable failure, ErrorCode.Kind onTimeout, ErrorCode.Kind otherwise) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            ErrorCode.Kind kind =
                    switch (cause) {
                        case HttpException http -> http.error().kind();
                        case UnknownHostException _, UnresolvedAddressException _ -> ErrorCode.Kind.DNS_ERROR;
                        case SocketTimeoutException _ -> ErrorCode.Kind.CONNECTION_TIMEOUT;
                        case NoRouteToHostException _ -> ErrorCode.Kind.DESTINATION_IP_UNROUTABLE;
                        case ConnectException _ -> ErrorCode.Kind.CONNECTION_REFUSED;
                        case CertificateException _ -> ErrorCode.Kind.TLS_CERTIFICATE_ERROR;
                        case TimeoutException _ -> onTimeout;
                        case RejectedExecutionException _ -> ErrorCode.Kind.CONNECTION_LIMIT_REACHED;
                        case org.eclipse.jetty.http.HttpException _ -> ErrorCode.Kind.HTTP_PROTOCOL_ERROR;
                        case ClosedChannelException _ -> otherwise;
                        default -> null;
                    };
            if (kind != null) {
                return cause instanceof HttpException http ? http.error() : ErrorCode.of(kind);
            }
        }
        return switch (failure) {
            case SSLException _ -> ErrorCode.of(ErrorCode.Kind.TLS_PROTOCOL_ERROR);
            case IOException _ -> ErrorCode.of(otherwise);
            default -> ErrorCode.internal(failure.getClass().getSimpleName());
        };
    }
}
