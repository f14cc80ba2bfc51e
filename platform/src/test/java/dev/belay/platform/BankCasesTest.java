package dev.belay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.compose.Plug;
import dev.belay.host.messaging.LocalBus;
import dev.belay.host.messaging.MessagingServer;
import dev.belay.runtime.Component;
import dev.belay.runtime.Linker;
import dev.belay.wasi.Wasi;
import dev.belay.wasi.http.HttpInterfaces;
import dev.belay.wasi.messaging.MessagingInterfaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Every bank of the wasmPay example says what its {@code cases.json} expects, whatever language it is written in. */
@Timeout(180)
class BankCasesTest {
    private static final Path VALIDATORS = Path.of("..", "examples", "wasmpay", "validators");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();

    static Stream<String> banks() throws IOException {
        try (var all = Files.list(VALIDATORS)) {
            return all.filter(bank -> Files.exists(bank.resolve("cases.json")))
                    .map(bank -> bank.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("banks")
    void judgesAsItsCasesExpect(String bank) throws Exception {
        byte[] composed = Plug.socket("harness", Specs.harness())
                .plug(bank, Specs.validatorWithRules(bank))
                .compose()
                .bytes()
                .toByteArray();
        var component = new Linker()
                .define(Wasi.interfaces())
                .define(HttpInterfaces.all())
                .define(MessagingInterfaces.all())
                .link(Component.load(composed));
        var cases = JSON.readTree(VALIDATORS.resolve(bank).resolve("cases.json").toFile());
        assertThat(cases).isNotEmpty();
        try (var bus = new LocalBus();
                var _ = MessagingServer.builder(component).bus(bus).subscribe(bank, Optional.empty()).start()) {
            for (var each : cases) {
                byte[] transaction = JSON.writeValueAsBytes(each.get("transaction"));
                var response = JSON.readTree(bus.request(bank, transaction, LONG).body());
                assertThat(response).as(each.get("name").asString()).isEqualTo(each.get("response"));
            }
        }
    }
}
