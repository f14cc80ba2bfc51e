package dev.belay.platform.admin;

import dev.belay.host.tls.Trust;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.Transport;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.LoggerFactory;

/** Sends requests to a host and waits for what it says. Starts with the first. Thread-safe. */
final class AdminConnection implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int THREADS = 8;
    /** What a platform of a hundred thousand applications has to say of itself. */
    private static final int MOST_BYTES = 256 << 20;

    private final AdminTarget target;
    private Optional<HttpClient> started = Optional.empty();

    AdminConnection(AdminTarget target) {
        this.target = target;
    }

    /** What a host said. */
    record Said(int status, byte[] body) {}

    /**
     * @param body of a type; empty for none
     * @throws AdminException if the host cannot be asked
     */
    Said send(String method, String pathAndQuery, String token, String type, Optional<byte[]> body) {
        try {
            Request request = client().newRequest(base().resolve(pathAndQuery))
                    .method(method)
                    .headers(headers -> headers.put("authorization", "Bearer " + token));
            if (target instanceof AdminTarget.Unix(Path socket)) {
                request.transport(new Transport.TCPUnix(socket));
            }
            body.ifPresent(bytes -> request.body(new BytesRequestContent(type, bytes)));
            ContentResponse response = new CompletableResponseListener(request, MOST_BYTES).send().get();
            return new Said(response.getStatus(), response.getContent());
        } catch (ExecutionException e) {
            throw new AdminException(why(e.getCause() == null ? e : e.getCause()), Optional.empty(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdminException("interrupted", Optional.empty(), e);
        }
    }

    private URI base() {
        return switch (target) {
            case AdminTarget.Unix _ -> URI.create("http://localhost");
            case AdminTarget.Network network -> network.base();
        };
    }

    private synchronized HttpClient client() {
        if (started.isEmpty()) {
            started = Optional.of(start());
        }
        return started.get();
    }

    private HttpClient start() {
        var threads = new QueuedThreadPool(THREADS, 1);
        threads.setName("admin-client");
        threads.setDaemon(true);
        var connector = new ClientConnector();
        connector.setSelectors(1);
        if (target instanceof AdminTarget.Network network) {
            connector.setSslContextFactory(tls(network));
        }
        var client = new HttpClient(new HttpClientTransportOverHTTP(connector));
        client.setExecutor(threads);
        client.setFollowRedirects(false);
        client.setConnectTimeout(CONNECT.toMillis());
        // A change takes as long as it takes.
        client.setIdleTimeout(0);
        try {
            client.start();
        } catch (Exception e) {
            throw new AdminException("the HTTP client cannot be started: " + e.getMessage(), Optional.empty(), e);
        }
        // Whom the host does not let in is told so by us.
        client.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
        return client;
    }

    private static SslContextFactory.Client tls(AdminTarget.Network network) {
        var tls = new SslContextFactory.Client();
        network.trust().ifPresent(file -> tls.setTrustStore(Trust.in(file)));
        if (network.exact()) {
            tls.setEndpointIdentificationAlgorithm(null);
        }
        return tls;
    }

    private String why(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CertPathBuilderException _ -> {
                    return "the certificate of the host at " + target + " is not trusted: expected one signed by "
                            + (trust().map(file -> "a certificate in " + file).orElse("an authority that Java knows"))
                            + "; name the certificate of the host, or of who signed it, with --ca FILE";
                }
                case CertPathValidatorException e -> {
                    return "the certificate of the host at " + target + " is not valid: " + e.getMessage();
                }
                case CertificateException e when e.getCause() == null -> {
                    return "the certificate of the host at " + target + " is for another name: " + e.getMessage();
                }
                case UnknownHostException _ -> {
                    return "the host at " + target + " is not known: there is no such name";
                }
                case ConnectException _ -> {
                    return "no host answers at " + target + ": start one with `belay up`";
                }
                case SocketException _ when target instanceof AdminTarget.Unix -> {
                    return "no host answers at " + target + ": start one with `belay up`";
                }
                case SSLException e when e.getCause() == null -> {
                    return "the host at " + target + " does not speak TLS as expected: " + e.getMessage();
                }
                case EOFException _, HttpResponseException _ -> {
                    return "what listens at " + target + " does not answer as a host does"
                            + (isClear() ? ": if it speaks TLS, ask it with https" : "");
                }
                default -> {
                    // What is behind it says more.
                }
            }
        }
        return "the host at " + target + " does not answer: " + failure.getMessage();
    }

    private Optional<Path> trust() {
        return target instanceof AdminTarget.Network network ? network.trust() : Optional.empty();
    }

    private boolean isClear() {
        return target instanceof AdminTarget.Network network && "http".equals(network.base().getScheme());
    }

    @Override
    public synchronized void close() {
        started.ifPresent(client -> {
            try {
                client.stop();
            } catch (Exception e) {
                LoggerFactory.getLogger(AdminConnection.class).warn("the HTTP client did not stop cleanly", e);
            }
        });
        started = Optional.empty();
    }
}
