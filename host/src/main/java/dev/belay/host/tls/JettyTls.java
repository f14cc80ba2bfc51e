package dev.belay.host.tls;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** TLS of a server of Jetty's. */
public final class JettyTls {
    private JettyTls() {}

    /**
     * What comes before a protocol on a connection.
     *
     * @param next the name of that protocol
     */
    public static SslConnectionFactory before(String next, ServerIdentity identity) {
        var context = new SslContextFactory.Server();
        show(context, identity.now());
        // Versions before are broken, and nothing that speaks them is left.
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        identity.whenOther(other -> reload(context, other));
        return new SslConnectionFactory(context, next);
    }

    private static void show(SslContextFactory context, Identity identity) {
        Identity.Stored stored = identity.stored();
        context.setKeyStore(stored.store());
        context.setKeyStorePassword(stored.password());
    }

    /** Connections that are open stay as they are. */
    private static void reload(SslContextFactory.Server context, Identity identity) {
        try {
            context.reload(its -> show(its, identity));
        } catch (Exception e) {
            throw new TlsException("the certificate and key cannot be shown to clients: " + e.getMessage(), e);
        }
    }

    /** The same configuration for what comes by TLS. Clients decide whether the certificate is that of whom they asked for. */
    public static HttpConfiguration secure(HttpConfiguration clear) {
        var config = new HttpConfiguration(clear);
        var secure = new SecureRequestCustomizer();
        secure.setSniHostCheck(false);
        config.addCustomizer(secure);
        return config;
    }
}
