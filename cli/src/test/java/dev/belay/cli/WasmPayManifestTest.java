package dev.belay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.manifest.RemoteComponents;
import dev.belay.platform.up.PlatformHost;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The manifest with which a platform host runs all of wasmPay. */
@Timeout(180)
class WasmPayManifestTest {
    private static final Path WASMPAY = Path.of("..", "examples", "wasmpay").toAbsolutePath().normalize();
    private static final Pattern SIZE = Pattern.compile("WASMPAY_VALIDATOR: (\\w+), .*WASMPAY_SIZE: \"(\\d+)\"");

    @TempDir
    private Path directory;

    @Test
    void everyValidatorIsInItWithItsSize() throws Exception {
        var found = SIZE.matcher(Files.readString(WASMPAY.resolve("platform.yaml"))).results().toList();
        try (var all = Files.list(WASMPAY.resolve("validators"))) {
            assertThat(found).extracting(r -> r.group(1)).containsExactlyInAnyOrderElementsOf(
                    all.map(validator -> validator.getFileName().toString()).toList());
        }
        for (var each : found) {
            Path file = WASMPAY.resolve("validators").resolve(each.group(1)).resolve(each.group(1) + ".wasm");
            assertThat(each.group(2)).as(each.group(1)).isEqualTo(Long.toString(Files.size(file)));
        }
    }

    @Test
    void aPaymentGoesThroughAllOfIt() throws Exception {
        var lines = new ConcurrentLinkedQueue<String>();
        try (var ledger = LedgerProcess.start(System.getProperty("java.class.path"))) {
            String text = Files.readString(WASMPAY.resolve("platform.yaml"))
                    .replace("platform: wasmpay", "platform: wasmpay\nhttp: {address: \"127.0.0.1:0\"}")
                    .replace("127.0.0.1:9090", URI.create(ledger.url()).getAuthority())
                    .replaceAll("(upper: |component: |/rules: )", "$1" + WASMPAY + "/");
            Path manifest = Files.writeString(directory.resolve("platform.yaml"), text);
            try (var host = PlatformHost.start(manifest, "test", RemoteComponents.none(), line -> lines.add(line.toString()), () -> {});
                    var client = HttpClient.newHttpClient()) {
                var paid = pay(client, host, "USD");
                assertThat(paid).contains("\"status\":\"approved\"");
                assertThat(JsonMapper.shared().readTree(paid).at("/data/decisions/2/validator").asString()).isEqualTo("icamer");
                assertThat(JsonMapper.shared().readTree(paid).at("/data/decisions/2/language").asString()).isEqualTo("Java");
                assertThat(pay(client, host, "GBP"))
                        .contains("\"message\":\"Transaction failed validation: Unsupported currency: GBP\"");
            }
        }
        assertThat(lines).anyMatch(line -> line.contains("\"event\":\"decision\"") && line.contains("Unsupported currency: GBP"));
    }

    private static String pay(HttpClient client, PlatformHost host, String currency) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(host.http() + "/api/v1/transactions"))
                .POST(HttpRequest.BodyPublishers.ofString(WasmPayChain.payment("nordhaven", currency)))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
