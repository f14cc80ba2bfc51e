package dev.belay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers end with a signal, so these run the command as a process of its own. */
@Timeout(120)
class ServeProcessTest {
    private static final String EXAMPLES = "../examples/wasmpay/";
    private static final String TRANSACTION = """
            {"origin": {"id": 1, "code": "NH", "country": "US", "currency": "USD", "name": "Nordhaven"},
             "destination": {"id": 2, "code": "IC", "country": "GB", "currency": "GBP", "name": "Icamer"},
             "amount": 1250, "currency": "USD", "status": "pending", "reason": "rent"}""";

    @TempDir
    Path directory;

    @Test
    void servesUntilItIsTold() throws Exception {
        String bank = directory.resolve("bank.wasm").toString();
        assertThat(CliRun.belay("plug", EXAMPLES + "harness/harness.wasm", "--plug",
                        EXAMPLES + "validators/nordhaven/nordhaven.wasm", "-o", bank).code())
                .isZero();
        try (var belay = BelayProcess.start("serve", bank, "--http", "127.0.0.1:0")) {
            String url = belay.line();
            assertThat(post(url + "/validate", TRANSACTION).body()).isEqualTo("{\"approved\":true,\"reason\":null}");

            String address = url.substring("http://".length());
            assertThat(CliRun.belay("serve", bank, "--http", address).errorLines())
                    .last().asString().startsWith("error: cannot listen on " + address + ": ");
            assertThat(belay.stop()).isZero();
        }
    }

    @Test
    void theDemoServesEveryBankAndThePlatform() throws Exception {
        try (var ledger = LedgerProcess.start(System.getProperty("java.class.path"));
                var belay = BelayProcess.start("demo", "--http", "127.0.0.1:0", "--ledger", ledger.url())) {
            var lines = new ArrayList<String>();
            while (lines.isEmpty() || !lines.getLast().startsWith("Ctrl-C")) {
                lines.add(belay.line());
            }
            var urls = lines.stream().filter(line -> line.startsWith("http://")).toList();
            String page = urls.getFirst();
            assertThat(urls).hasSizeGreaterThanOrEqualTo(4).filteredOn(url -> !url.endsWith("/validate")).containsExactly(page);
            for (String url : urls.subList(1, urls.size())) {
                assertThat(post(url, TRANSACTION).body()).startsWith("{\"approved\":");
            }
            assertThat(lines).contains("curl " + page + "api/v1/transactions -d '{");
            assertThat(post(page + "api/v1/transactions", WasmPayChain.payment("nordhaven", "USD")).body())
                    .contains("\"status\":\"approved\"");
            assertThat(post(page + "api/v1/transactions", WasmPayChain.payment("nordhaven", "GBP")).body())
                    .startsWith("{\"code\":\"gateway_error\","
                            + "\"message\":\"Transaction failed validation: Unsupported currency: GBP\"");
            assertThat(post(page + "nobody/validate", TRANSACTION).statusCode()).isEqualTo(404);
            assertThat(belay.stop()).isZero();
        }
    }

    @Test
    void saysWhyItCannotServe() {
        String bank = EXAMPLES + "validators/terrano/terrano.wasm";
        assertThat(CliRun.belay("serve", bank).errorLines()).singleElement().asString()
                .startsWith("error: " + bank + ": expected a component that exports wasi:http/incoming-handler@0.2 or ");
        String harness = EXAMPLES + "harness/harness.wasm";
        assertThat(CliRun.belay("serve", harness).errorLines()).singleElement().asString()
                .contains(harness, "import 'wasmpay:platform/validation@0.1.0'");
    }

    private static HttpResponse<String> post(String url, String body) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
