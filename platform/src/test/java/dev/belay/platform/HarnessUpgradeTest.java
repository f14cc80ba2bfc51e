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
import dev.belay.wasi.virt.StdioMode;
import dev.belay.wasi.virt.Surroundings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the harness pattern is for: a new harness changes what every bank's component answers, and no bank's file. The first one
 * is in Rust, the new one in Java.
 */
@Timeout(180)
class HarnessUpgradeTest {
    private static final Path WASMPAY = Path.of("..", "examples", "wasmpay");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String QUESTION = """
            {"schema": 2, "reference": "r-1",
             "origin": {"id": 1, "code": "nordhaven", "country": "USA", "currency": "USD", "name": "Nordhaven"},
             "destination": {"id": 2, "code": "icamer", "country": "GBR", "currency": "GBP", "name": "Icamer"},
             "amount": 1000, "currency": "USD", "status": "pending", "reason": "rent"}""";

    @Test
    void aFieldThatANewHarnessAddsReachesEveryBankByRecompositionAlone() throws Exception {
        var before = hashes();
        byte[] old = Files.readAllBytes(WASMPAY.resolve("harness/harness-0.1.0.wasm"));
        byte[] fresh = Files.readAllBytes(WASMPAY.resolve("harness/harness.wasm"));
        assertThat(before).hasSizeGreaterThanOrEqualTo(7);
        for (String bank : before.keySet()) {
            byte[] validator = Specs.validator(bank);
            assertThat(sha256(validator)).isEqualTo(before.get(bank));
            byte[] itsRulesBelow = Specs.validatorWithRules(bank);

            var then = ask(compose(old, bank, itsRulesBelow));
            var now = ask(compose(lower(fresh, bank, validator.length), bank, itsRulesBelow));

            assertThat(then.propertyNames()).as(bank).containsExactly("approved", "reason");
            assertThat(now.path("approved")).as(bank).isEqualTo(then.path("approved"));
            assertThat(now.path("reason")).as(bank).isEqualTo(then.path("reason"));
            assertThat(now.path("reference").asString()).isEqualTo("r-1");
            assertThat(now.path("harness").asString()).startsWith("wasmpay-harness 0.");
            assertThat(now.at("/validator/name").asString()).isEqualTo(bank);
            assertThat(now.at("/validator/size").asLong()).isEqualTo(validator.length);
        }
        assertThat(hashes()).isEqualTo(before);
    }

    /** What is said of a validator, below the harness. */
    private static byte[] lower(byte[] harness, String bank, int size) {
        return Surroundings.builder()
                .environment("WASMPAY_VALIDATOR", bank)
                .environment("WASMPAY_SIZE", Integer.toString(size))
                .stdio(StdioMode.DENY, StdioMode.DENY, StdioMode.ALLOW)
                .build()
                .around("harness", harness)
                .bytes()
                .toByteArray();
    }

    private static byte[] compose(byte[] harness, String bank, byte[] validator) {
        return Plug.socket("harness", harness).plug(bank, validator).compose().bytes().toByteArray();
    }

    private static JsonNode ask(byte[] composed) throws InterruptedException {
        var component = new Linker()
                .define(Wasi.interfaces())
                .define(HttpInterfaces.all())
                .define(MessagingInterfaces.all())
                .link(Component.load(composed));
        try (var bus = new LocalBus();
                var _ = MessagingServer.builder(component).bus(bus).subscribe("bank", Optional.empty()).start()) {
            byte[] question = QUESTION.getBytes(StandardCharsets.UTF_8);
            return JsonMapper.shared().readTree(bus.request("bank", question, LONG).body());
        }
    }

    /** SHA-256 of the file of each validator. */
    private static TreeMap<String, String> hashes() throws Exception {
        var hashes = new TreeMap<String, String>();
        try (var all = Files.list(WASMPAY.resolve("validators"))) {
            for (Path bank : (Iterable<Path>) all::iterator) {
                Path file = bank.resolve(bank.getFileName() + ".wasm");
                if (Files.exists(file)) {
                    hashes.put(bank.getFileName().toString(), sha256(Files.readAllBytes(file)));
                }
            }
        }
        return hashes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
