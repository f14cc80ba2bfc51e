package dev.belay.bench.platform;

import dev.belay.bench.row.BenchException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One request on a connection of its own, with a Host header as is wanted. */
final class Asking {
    private static final int ANSWER_BYTES = 64 << 10;

    private Asking() {}

    /** Whether an application approves of the transaction. */
    static boolean approves(String http, String host) {
        String body = TestPlatform.TRANSACTION;
        String answer = ask(http, "POST /validate HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body);
        return answer.startsWith("HTTP/1.1 200") && answer.contains("\"approved\":true");
    }

    static int status(String http, String host, String path) {
        String answer = ask(http, "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        return answer.length() < 12 ? 0 : Integer.parseInt(answer.substring(9, 12));
    }

    private static String ask(String http, String request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(http).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(ANSWER_BYTES), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new BenchException("a host does not answer: " + e.getMessage(), e);
        }
    }
}
