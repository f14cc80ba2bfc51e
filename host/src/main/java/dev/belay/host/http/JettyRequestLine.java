package dev.belay.host.http;

import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** A request of Jetty's, to be routed. */
record JettyRequestLine(Request request) implements RequestLine {
    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String host() {
        String host = request.getHttpURI().getHost();
        return host == null ? "" : host;
    }

    @Override
    public String path() {
        String path = request.getHttpURI().getPath();
        return path == null ? "" : path;
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }
}
