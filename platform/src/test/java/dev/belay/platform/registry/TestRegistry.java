package dev.belay.platform.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.belay.platform.Certificate;
import dev.belay.platform.spec.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A registry in the test's own process: keeps what it is given, as the specification has it, and does otherwise where it is told to. */
public final class TestRegistry implements AutoCloseable {
    private final HttpServer server;
    private final String scheme;
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final Map<String, byte[]> manifests = new ConcurrentHashMap<>();
    private final Map<String, Handler> instead = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Guard guard = (_, _) -> Optional.empty();

    /** What somebody asked for. */
    public record Asked(String method, String path, Optional<String> authorization, Optional<String> query) {}

    /** Answers a request in its own way. */
    public interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    /** What to challenge a request with, unless it may come in. */
    public interface Guard {
        Optional<String> challenge(String path, Optional<String> authorization);
    }

    private TestRegistry(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public static TestRegistry start() throws IOException {
        return new TestRegistry(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), "http");
    }

    public static TestRegistry startWithTls(Certificate certificate) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(certificate.pkcs12())) {
            keys.load(in, Certificate.PASSWORD.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, Certificate.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new TestRegistry(server, "https");
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String host() {
        return "127.0.0.1:" + port();
    }

    public String url() {
        return scheme + "://" + host();
    }

    public Reference reference(String rest) {
        return Reference.parse(host() + "/" + rest);
    }

    /** All requests so far, in their order. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public void guardedBy(Guard other) {
        guard = other;
    }

    /** Answers what is asked for at a path, or below it, in another way. */
    public void instead(String path, Handler handler) {
        instead.put(path, handler);
    }

    public Digest blob(byte[] bytes) {
        Digest digest = Digest.of(bytes);
        blobs.put(Reference.text(digest), bytes);
        return digest;
    }

    public Optional<byte[]> blob(Digest digest) {
        return Optional.ofNullable(blobs.get(Reference.text(digest)));
    }

    public Digest manifest(String repository, String tag, String json) {
        return manifest(repository, tag, json.getBytes(StandardCharsets.UTF_8));
    }

    public Optional<byte[]> manifest(String repository, String version) {
        return Optional.ofNullable(manifests.get(repository + "@" + version));
    }

    private Digest manifest(String repository, String version, byte[] bytes) {
        Digest digest = Digest.of(bytes);
        manifests.put(repository + "@" + version, bytes);
        manifests.put(repository + "@" + Reference.text(digest), bytes);
        return digest;
    }

    /** A component in the standard layout, with its bytes. */
    public Digest component(String repository, String tag, byte[] bytes) {
        return manifest(repository, tag, manifestOf("application/vnd.wasm.config.v0+json", "application/wasm", blob(bytes), bytes.length));
    }

    static String manifestOf(String configType, String layerType, Digest layer, long size) {
        return """
                {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",
                 "config":{"mediaType":"%s","digest":"sha256:%s","size":2},
                 "layers":[{"mediaType":"%s","digest":"sha256:%s","size":%d}]}""".formatted(
                configType, Digest.of("{}".getBytes(StandardCharsets.UTF_8)), layerType, layer, size);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Optional<String> authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("authorization"));
            asked.add(new Asked(exchange.getRequestMethod(), path, authorization, Optional.ofNullable(exchange.getRequestURI().getQuery())));
            Optional<Handler> other = instead.entrySet().stream()
                    .filter(each -> path.startsWith(each.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst();
            Optional<String> challenge = guard.challenge(path, authorization);
            if (other.isPresent()) {
                other.get().handle(exchange);
            } else if (challenge.isPresent()) {
                exchange.getResponseHeaders().add("www-authenticate", challenge.get());
                reply(exchange, 401, "{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"authentication required\"}]}");
            } else {
                kept(exchange, path);
            }
        }
    }

    private void kept(HttpExchange exchange, String path) throws IOException {
        List<String> parts = Arrays.asList(path.substring("/v2/".length()).split("/", -1));
        String last = parts.getLast();
        String kind = parts.get(parts.size() - 2);
        String repository = String.join("/", parts.subList(0, parts.size() - 2));
        switch (exchange.getRequestMethod() + " " + kind) {
            case "GET manifests" -> {
                exchange.getResponseHeaders().add("content-type", MediaTypes.MANIFEST);
                give(exchange, manifests.get(repository + "@" + last), "MANIFEST_UNKNOWN");
            }
            case "PUT manifests" -> {
                Digest digest = manifest(repository, last, exchange.getRequestBody().readAllBytes());
                exchange.getResponseHeaders().add("docker-content-digest", Reference.text(digest));
                reply(exchange, 201, "");
            }
            case "GET blobs" -> give(exchange, blobs.get(last), "BLOB_UNKNOWN");
            case "HEAD blobs" -> exchange.sendResponseHeaders(blobs.containsKey(last) ? 200 : 404, -1);
            case "POST uploads" -> {
                exchange.getResponseHeaders().add("location", "/v2/" + repository + "/uploads/1?state=x%2Fy");
                reply(exchange, 202, "");
            }
            case "PUT uploads" -> {
                byte[] bytes = exchange.getRequestBody().readAllBytes();
                String named = exchange.getRequestURI().getQuery().replaceAll(".*digest=", "");
                boolean good = named.equals(Reference.text(Digest.of(bytes)));
                if (good) {
                    blob(bytes);
                }
                reply(exchange, good ? 201 : 400, "");
            }
            default -> reply(exchange, 405, "");
        }
    }

    private static void give(HttpExchange exchange, byte[] bytes, String otherwise) throws IOException {
        if (bytes == null) {
            reply(exchange, 404, "{\"errors\":[{\"code\":\"" + otherwise + "\"}]}");
        } else {
            reply(exchange, 200, bytes);
        }
    }

    static void reply(HttpExchange exchange, int status, String text) throws IOException {
        reply(exchange, status, text.getBytes(StandardCharsets.UTF_8));
    }

    static void reply(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        boolean hasBody = bytes.length > 0 && !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, hasBody ? bytes.length : -1);
        if (hasBody) {
            exchange.getResponseBody().write(bytes);
        }
    }

    static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("location", to);
        exchange.sendResponseHeaders(307, -1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
