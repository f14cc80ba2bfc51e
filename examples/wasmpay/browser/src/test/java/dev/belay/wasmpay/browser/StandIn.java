package dev.belay.wasmpay.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Serves the page, under a strict policy, and answers its API with what a test says. */
final class StandIn implements AutoCloseable {
    /** The page's files. */
    static final Path WEB = Path.of(System.getProperty("wasmpay.web", "../web"));

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
    private static final Map<String, String> TYPES = Map.of(
            "index.html", "text/html; charset=utf-8", "app.js", "text/javascript", "style.css", "text/css");

    /** What was sent to pay. */
    record Payment(String key, String persistDenied, JsonNode body) {}

    record Answer(int status, String json) {
        static Answer ok(String json) {
            return new Answer(200, json);
        }
    }

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Payment> payments = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger polls = new AtomicInteger();

    private StandIn(HttpServer server) {
        this.server = server;
    }

    static StandIn start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var standIn = new StandIn(server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", standIn::handle);
        server.start();
        standIn.answer("/banks", Samples.BANKS);
        standIn.answer("/accounts", Samples.accounts("100000000"));
        standIn.answer("/transactions", "[]");
        return standIn;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** What is said to {@code GET} of a path, from now on. */
    void answer(String path, String data) {
        answers.put("GET " + path, Answer.ok("{\"data\":" + data + "}"));
    }

    void answerPayments(int status, String json) {
        answers.put("POST /transactions", new Answer(status, json));
    }

    void fail(String path) {
        answers.put("GET " + path, new Answer(503, "{\"message\":\"closed\"}"));
    }

    List<Payment> payments() {
        return List.copyOf(payments);
    }

    /** How often the accounts were asked for. */
    int polls() {
        return polls.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            if (path.startsWith("/api/v1")) {
                api(exchange, path.substring("/api/v1".length()));
                return;
            }
            String file = path.equals("/") ? "index.html" : path.substring(1);
            String type = TYPES.get(file);
            if (type == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("content-security-policy", POLICY);
            send(exchange, 200, type, Files.readAllBytes(WEB.resolve(file)));
        }
    }

    private void api(HttpExchange exchange, String path) throws IOException {
        if (path.equals("/accounts")) {
            polls.incrementAndGet();
        }
        if (exchange.getRequestMethod().equals("POST")) {
            var headers = exchange.getRequestHeaders();
            payments.add(new Payment(
                    String.valueOf(headers.getFirst("idempotency-key")),
                    String.valueOf(headers.getFirst("x-wasmpay-persist-denied")),
                    JSON.readTree(exchange.getRequestBody())));
        }
        var answer = answers.getOrDefault(
                exchange.getRequestMethod() + " " + path, new Answer(404, "{\"code\":\"not_found\",\"message\":\"nothing here\"}"));
        send(exchange, answer.status(), "application/json", answer.json().getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("content-type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
