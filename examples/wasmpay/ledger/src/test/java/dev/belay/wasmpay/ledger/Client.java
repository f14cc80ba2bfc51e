package dev.belay.wasmpay.ledger;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a ledger over HTTP, as the gateway does. */
final class Client implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    Client(int port) {
        base = "http://127.0.0.1:" + port;
    }

    record Answer(int status, JsonNode json) {
        String text(String name) {
            return json.path(name).asString("");
        }
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)));
    }

    Answer delete(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).DELETE());
    }

    Answer post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer transfer(String key, String body) {
        return send(HttpRequest.newBuilder(URI.create(base + "/transfers"))
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The balance of a bank's account; 0 if there is none. */
    long balance(String bank, String currency) {
        for (var account : get("/accounts").json().path("accounts")) {
            if (account.path("bank").asString().equals(bank) && account.path("currency").asString().equals(currency)) {
                return Long.parseLong(account.path("balance").asString());
            }
        }
        return 0;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            String body = response.body().isEmpty() ? "{}" : response.body();
            return new Answer(response.statusCode(), JsonMapper.shared().readTree(body));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
