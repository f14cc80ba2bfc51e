package dev.belay.host.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient.Version;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.AsyncRequestContent;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpClientTransport;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.HttpClientTransportOverHTTP2;

/** A client that reads a response while it still sends the request, which the JDK's does not over HTTP/1.1. */
final class DuplexClient implements AutoCloseable {
    private final HttpClient client;

    private DuplexClient(HttpClientTransport transport) throws Exception {
        client = new HttpClient(transport);
        client.start();
    }

    static DuplexClient of(Version version) throws Exception {
        return new DuplexClient(
                switch (version) {
                    case HTTP_1_1 -> new HttpClientTransportOverHTTP();
                    case HTTP_2 -> new HttpClientTransportOverHTTP2(new HTTP2Client());
                });
    }

    byte[] post(int port, String path, byte[] body) throws Exception {
        var listener = new InputStreamResponseListener();
        client.newRequest("127.0.0.1", port)
                .method("POST")
                .path(path)
                .body(new BytesRequestContent(body))
                .send(listener);
        listener.get(30, TimeUnit.SECONDS);
        try (InputStream in = listener.getInputStream()) {
            return in.readAllBytes();
        }
    }

    /** Sends a trailer; gives the trailers of the response. */
    HttpFields postWithTrailer(int port, String path, byte[] body, HttpField trailer) throws Exception {
        var received = new CompletableFuture<HttpFields>();
        client.newRequest("127.0.0.1", port)
                .method("POST")
                .path(path)
                .headers(headers -> headers.add("Trailer", trailer.getName()))
                .trailersSupplier(() -> HttpFields.from(trailer))
                .body(new BytesRequestContent(body))
                .send(result -> received.complete(
                        Optional.ofNullable(result.getResponse().getTrailers()).orElse(HttpFields.EMPTY)));
        return received.get(30, TimeUnit.SECONDS);
    }

    /** Begins a request with some of its body, and has the rest of it wait. */
    Begun begin(int port, String path, byte[] some) {
        var content = new AsyncRequestContent(ByteBuffer.wrap(some));
        Request request = client.newRequest("127.0.0.1", port).method("POST").path(path).body(content);
        request.send(_ -> {});
        return new Begun(request);
    }

    /** A request that was not sent whole. */
    record Begun(Request request) {
        /** Has the server see that there will be no more. */
        void leave() {
            request.abort(new IOException("the client leaves"));
        }
    }

    @Override
    public void close() throws Exception {
        client.stop();
    }
}
