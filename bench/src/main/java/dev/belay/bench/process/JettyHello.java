package dev.belay.bench.process;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** A program, the peer for start-up and requests: the least that Jetty can be, with the answer that the guest gives. */
public final class JettyHello {
    private static final String TEXT = "Hello, world!\n";

    private JettyHello() {}

    /** @param args the port to listen on */
    public static void main(String[] args) throws Exception {
        var server = new Server();
        var config = new HttpConfiguration();
        config.setSendServerVersion(false);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(config));
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(args[0]));
        server.addConnector(connector);
        server.setHandler(new Hello());
        server.start();
        server.join();
    }

    private static final class Hello extends Handler.Abstract.NonBlocking {
        private final byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
            response.write(true, ByteBuffer.wrap(bytes), callback);
            return true;
        }
    }
}
