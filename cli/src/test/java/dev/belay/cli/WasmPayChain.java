package dev.belay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.belay.host.http.HttpClientTransport;
import dev.belay.host.http.HttpServer;
import dev.belay.host.messaging.MessagingServer;
import dev.belay.runtime.InstanceState;
import dev.belay.wasi.WasiContext;
import dev.belay.wasi.http.HttpHandler;
import dev.belay.wasi.http.HttpState;
import dev.belay.wasi.http.OutgoingPolicy;
import dev.belay.wasi.messaging.MessageBus;
import dev.belay.wasi.messaging.MessageHandler;
import dev.belay.wasi.messaging.MessagingState;
import dev.belay.wasi.messaging.SubjectPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** wasmPay's gateway with some of the validators, in this process; asked over HTTP, as by a client. */
final class WasmPayChain implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpClientTransport transport = new HttpClientTransport();
    private final MessageBus bus;
    private final HttpServer server;
    private final List<MessagingServer> validators = new ArrayList<>();

    /** The gateway alone; validators are elsewhere on the bus, or nowhere. */
    WasmPayChain(WasmPay example, String ledger, MessageBus bus) {
        this.bus = bus;
        var state = InstanceState.of(
                        HttpState.class,
                        HttpState.denied().withOutgoing(OutgoingPolicy.allow(List.of(URI.create(ledger).getAuthority())), transport))
                .with(MessagingState.class, MessagingState.denied().withBus(bus, SubjectPolicy.allow(List.of("wasmpay.*.validate"))));
        server = HttpServer.builder(HttpHandler.of(Grants.link(example.gateway(ledger))))
                .bind("127.0.0.1", 0)
                .state(() -> state.with(WasiContext.class, WasiContext.builder().build()))
                .start();
    }

    /** Adds a validator, whose subject it takes from its name. */
    WasmPayChain with(String name, MessageHandler validator) {
        validators.add(MessagingServer.builder(validator)
                .bus(bus)
                .subscribe(WasmPay.subject(name), Optional.empty())
                .start());
        return this;
    }

    record Answer(int status, JsonNode json, HttpResponse<String> response) {
        String text(String pointer) {
            return json.at(pointer).asString("");
        }
    }

    Answer get(String path) {
        return send(request(path));
    }

    Answer post(String path, String body, String... headers) {
        var request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** A payment of 1000 from one bank to another, as the original demo sends it. */
    Answer pay(String currency, String... headers) {
        return post("/api/v1/transactions", payment("nordhaven", currency), headers);
    }

    static String payment(String origin, String currency) {
        return """
                {"origin": {"id": 1, "code": "%s", "country": "USA", "currency": "USD", "name": "Nordhaven"},
                 "destination": {"id": 2, "code": "icamer", "country": "GBR", "currency": "GBP", "name": "Icamer"},
                 "amount": 1000, "currency": "%s", "status": "Approved"}""".formatted(origin, currency);
    }

    /** What a bank has, as the gateway lists it. */
    long balance(String bank, String currency) {
        for (var account : get("/api/v1/accounts").json().path("data")) {
            if (account.path("bank").asString().equals(bank) && account.path("currency").asString().equals(currency)) {
                return Long.parseLong(account.path("balance").asString());
            }
        }
        return 0;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).version(HttpClient.Version.HTTP_1_1);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
            boolean json = response.headers().firstValue("content-type").orElse("").equals("application/json");
            return new Answer(
                    response.statusCode(), JsonMapper.shared().readTree(json ? response.body() : "null"), response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        validators.forEach(MessagingServer::close);
        transport.close();
        client.close();
    }
}
