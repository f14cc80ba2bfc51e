package dev.belay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request to the echo guest whose response has begun, and ends when its body is complete. */
public final class Begun implements AutoCloseable {
    private final Socket socket;

    private Begun(Socket socket) {
        this.socket = socket;
    }

    /** @param uri of the path that echoes */
    public static Begun at(URI uri) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort());
        String head = "POST " + uri.getPath() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 4\r\n\r\n";
        socket.getOutputStream().write((head + "ab").getBytes(StandardCharsets.US_ASCII));
        assertThat(readTo("ab", socket)).startsWith("HTTP/1.1 200");
        return new Begun(socket);
    }

    private static String readTo(String last, Socket socket) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf(last) < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as("what follows `%s`", text).isNotNegative();
            text.append((char) next);
        }
        return text.toString();
    }

    /** What is left of the response. */
    public String end() throws IOException {
        socket.getOutputStream().write("cd".getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
