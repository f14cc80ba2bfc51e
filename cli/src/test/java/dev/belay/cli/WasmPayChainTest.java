package dev.belay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.host.messaging.LocalBus;
import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageHandler;
import dev.belay.wasi.messaging.SubjectPattern;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** All of wasmPay: gateway, transaction manager, validators on a bus within this process, and the ledger with its database. */
@Timeout(180)
class WasmPayChainTest {
    /** Quietbank has a validator that nobody runs. */
    private static final WasmPay EXAMPLE = new WasmPay(
            Path.of("..", "examples", "wasmpay"), List.of("platform", "nordhaven", "icamer", "quietbank"));
    private static final Map<String, MessageHandler> VALIDATORS = new LinkedHashMap<>();
    private static final String DENIED = "X-WasmPay-Persist-Denied";
    private static final String KEY = "Idempotency-Key";

    private static LedgerProcess ledger;
    private static LocalBus bus;
    private static WasmPayChain chain;

    @BeforeAll
    static void start() {
        ledger = LedgerProcess.start(System.getProperty("java.class.path"));
        for (String name : List.of("platform", "nordhaven", "icamer")) {
            VALIDATORS.put(name, MessageHandler.of(Grants.link(EXAMPLE.compose(name))));
        }
        bus = new LocalBus();
        chain = new WasmPayChain(EXAMPLE, ledger.url(), bus);
        VALIDATORS.forEach(chain::with);
    }

    @AfterAll
    static void stop() {
        chain.close();
        bus.close();
        ledger.close();
    }

    @Test
    void theOriginalsPaymentInDollarsIsApprovedAndMovesTheMoney() {
        long from = chain.balance("nordhaven", "USD");
        long to = chain.balance("icamer", "USD");

        var answer = chain.pay("USD");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/data/id")).isNotEmpty();
        assertThat(answer.text("/data/status")).isEqualTo("approved");
        assertThat(answer.text("/data/origin/name")).isEqualTo("Nordhaven");
        assertThat(answer.text("/data/amount")).isEqualTo("1000");
        assertThat(words(answer.json().at("/data/decisions")))
                .containsExactly(
                        "platform Rust 0.3.0 true ", "nordhaven Rust 0.3.0 true ", "icamer Java 0.3.0 true ");
        assertThat(chain.balance("nordhaven", "USD")).isEqualTo(from - 1000);
        assertThat(chain.balance("icamer", "USD")).isEqualTo(to + 1000);
    }

    @Test
    void theOriginalsPaymentInPoundsIsRefusedForTheBanksReason() {
        long from = chain.balance("nordhaven", "GBP");
        String last = newest().path("id").asString("");

        var answer = chain.pay("GBP");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/code")).isEqualTo("gateway_error");
        assertThat(answer.text("/message")).isEqualTo("Transaction failed validation: Unsupported currency: GBP");
        assertThat(words(answer.json().path("decisions")))
                .containsExactly("platform Rust 0.3.0 true ", "nordhaven Rust 0.3.0 false Unsupported currency: GBP");
        assertThat(chain.balance("nordhaven", "GBP")).isEqualTo(from);
        assertThat(newest().path("id").asString("")).as("nothing was stored").isEqualTo(last);
    }

    @Test
    void aRefusalIsStoredForWhoeverAsksForIt() {
        var answer = chain.pay("GBP", DENIED, "1");

        assertThat(answer.text("/message")).isEqualTo("Transaction failed validation: Unsupported currency: GBP");
        assertThat(newest().path("id").asString()).isEqualTo(answer.text("/id")).isNotEmpty();
        assertThat(newest().path("status").asString()).isEqualTo("denied");
        assertThat(newest().path("reason").asString()).isEqualTo("Unsupported currency: GBP");
        assertThat(newest().path("decisions")).hasSize(2);
    }

    @Test
    void aPaymentSentTwiceWithOneKeyIsMadeOnce() {
        String key = UUID.randomUUID().toString();
        var first = chain.pay("USD", KEY, key);
        long after = chain.balance("nordhaven", "USD");

        var second = chain.pay("USD", KEY, key);

        assertThat(second.text("/data/id")).isEqualTo(first.text("/data/id")).isNotEmpty();
        assertThat(chain.balance("nordhaven", "USD")).isEqualTo(after);
        assertThat(chain.pay("USD").text("/data/id")).isNotEqualTo(first.text("/data/id"));

        var other = chain.post("/api/v1/transactions", WasmPayChain.payment("lumenor", "USD"), KEY, key);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("/message")).contains(key, "another transfer");
    }

    @Test
    void whatWasEnteredIsNotJudgedAgain() {
        String key = UUID.randomUUID().toString();
        String payment = WasmPayChain.payment("quietbank", "USD");
        chain.post("/api/v1/transactions", payment, KEY, key, DENIED, "1");
        try (var _ = bus.subscribe(SubjectPattern.parse("wasmpay.quietbank.validate"), Optional.empty(), asked ->
                bus.publish(new Message(asked.replyTo().orElseThrow(), "{\"approved\":true}".getBytes(UTF_8), Optional.empty())))) {
            var again = chain.post("/api/v1/transactions", payment, KEY, key);
            assertThat(again.text("/reason")).isEqualTo("validator of quietbank is not available");
            assertThat(again.json().path("decisions")).hasSize(2);
            assertThat(chain.post("/api/v1/transactions", payment).text("/data/status")).isEqualTo("approved");
        }
    }

    @Test
    void whatNobodyHasTheMoneyForIsDenied() {
        String much = WasmPayChain.payment("nordhaven", "USD").replace("1000", "\"9223372036854775807\"");
        var answer = chain.post("/api/v1/transactions", much);
        assertThat(answer.text("/message")).isEqualTo("Transaction failed validation: insufficient funds");
        assertThat(answer.json().path("decisions")).hasSize(3);
    }

    @Test
    void aValidatorThatIsNotThereRefuses() {
        var answer = chain.post("/api/v1/transactions", WasmPayChain.payment("quietbank", "USD"));
        assertThat(answer.text("/message"))
                .isEqualTo("Transaction failed validation: validator of quietbank is not available");
        assertThat(answer.json().path("decisions")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"error\":\"the component trapped\"} | validator of quietbank failed: the component trapped",
        "{\"approved\":\"true\"} | validator of quietbank failed: approved: expected a boolean, found a string",
        "{\"approved\":true | validator of quietbank failed: line 1, column 17: expected ',' or '}', found the end",
        "{\"approved\":false} | validator of quietbank gave no reason",
    })
    void anAnswerThatIsNoApprovalRefuses(String said, String reason) {
        try (var _ = bus.subscribe(SubjectPattern.parse("wasmpay.quietbank.validate"), Optional.empty(), asked ->
                bus.publish(new Message(asked.replyTo().orElseThrow(), said.getBytes(UTF_8), Optional.empty())))) {
            var answer = chain.post("/api/v1/transactions", WasmPayChain.payment("quietbank", "USD"));
            assertThat(answer.text("/reason")).isEqualTo(reason);
        }
    }

    @Test
    void aBankWithoutValidatorApproves() {
        var answer = chain.post("/api/v1/transactions", WasmPayChain.payment("lumenor", "EUR"));
        assertThat(words(answer.json().at("/data/decisions"))).containsExactly("platform Rust 0.3.0 true ", "icamer Java 0.3.0 true ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1000 | 0 | Transaction failed validation: Invalid amount: 0",
        "1000 | -5 | Transaction failed validation: Invalid amount: -5",
        "\"icamer\" | \"nordhaven\" | Transaction failed validation: Origin and destination are the same bank: nordhaven",
        "\"USD\", \"status\" | \"XTS\", \"status\" | Transaction failed validation: Unknown currency code in currency: XTS",
        "\"Icamer\" | \"\" | Transaction failed validation: Missing field: destination.name",
    })
    void thePlatformRefusesWhatIsNoTransaction(String from, String to, String message) {
        var answer = chain.post("/api/v1/transactions", WasmPayChain.payment("nordhaven", "USD").replace(from, to));
        assertThat(answer.text("/message")).isEqualTo(message);
        assertThat(answer.json().path("decisions")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1000 | 10.5 | amount: expected a whole number, found 10.5",
        "1000 | \"ten\" | amount: expected a whole number of 64 bits, found \"ten\"",
        "\"origin\": | \"origin\" | line 1, column 11: expected ':' after a key, found '{'",
        "\"amount\" | \"amounts\" | amount: missing",
    })
    void whatCannotBeReadIsSaid(String from, String to, String message) {
        var answer = chain.post("/api/v1/transactions", WasmPayChain.payment("nordhaven", "USD").replace(from, to));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/code")).isEqualTo("gateway_error");
        assertThat(answer.text("/message")).isEqualTo(message);
    }

    /** The words of decisions, without the sizes. */
    private static List<String> words(JsonNode decisions) {
        return decisions.valueStream()
                .map(d -> String.join(" ", d.path("validator").asString(), d.path("language").asString(),
                        d.path("harness").asString().replace("wasmpay-harness ", ""), d.path("approved").asString(),
                        d.path("reason").asString()))
                .toList();
    }

    private static JsonNode newest() {
        return chain.get("/api/v1/transactions").json().at("/data/0");
    }
}
