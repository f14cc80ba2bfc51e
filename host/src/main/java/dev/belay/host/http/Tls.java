package dev.belay.host.http;

import dev.belay.host.tls.JettyTls;
import dev.belay.host.tls.ServerIdentity;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;

/** HTTP/1.1 and HTTP/2 by TLS, as the client chooses (ALPN). */
final class Tls {
    private Tls() {}

    static ConnectionFactory[] protocols(ServerIdentity identity, HttpConfiguration clear) {
        HttpConfiguration config = JettyTls.secure(clear);
        var http1 = new HttpConnectionFactory(config);
        var http2 = JettyServers.withStreams(new HTTP2ServerConnectionFactory(config));
        var choice = new ALPNServerConnectionFactory("h2", "http/1.1");
        choice.setDefaultProtocol(http1.getProtocol());
        return new ConnectionFactory[] {JettyTls.before(choice.getProtocol(), identity), choice, http2, http1};
    }
}
