package dev.belay.host.wasmpay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.runtime.LinkedComponent;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What wasmPay's harness does around a validator. */
@Timeout(180)
class HarnessTest {
    private static final Map<String, String> ABOUT = Map.of(
            "WASMPAY_VALIDATOR", "solvik", "WASMPAY_LANGUAGE", "Zig", "WASMPAY_SIZE", "6166", "WASMPAY_LOG", "off");
    private static final String APPROVED = "{\"approved\":true,\"reason\":null}";
    /** What schema 2 says of the validator, when nobody has told the harness. */
    private static final String NOBODY = "\"validator\":{\"name\":\"\",\"language\":\"\",\"size\":0},\"harness\":\"wasmpay-harness 0.3.0\"";

    private static LinkedComponent nordhaven;
    private static LinkedComponent solvik;
    private static LinkedComponent untrusted;

    @BeforeAll
    static void compose() throws IOException {
        nordhaven = Bank.linked("nordhaven");
        solvik = Bank.linked("solvik");
        untrusted = Bank.linked("untrusted");
    }

    private static String transaction(String from, String to) {
        String whole = Bank.transaction("USD", "rent");
        assertThat(whole).contains(from);
        return whole.replace(from, to);
    }

    /** As schema 2 has it, with the fields given instead of the amount. */
    private static String second(String fields) {
        return transaction("\"amount\": 1250", "\"schema\": 2, " + fields);
    }

    private static String ask(LinkedComponent bank, String body) throws InterruptedException {
        try (var asked = Asked.of(bank)) {
            return asked.answer(body);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "~\"id\": 1~               | ~\"id\": null~     | origin.id: expected a string or a whole number, found null",
        "~\"id\": 1~               | ~\"id\": 7.5~      | origin.id: expected a string or a whole number, found 7.5",
        "~\"country\": \"GB\", ~   | ~~                 | destination.country: missing",
        "~\"name\": \"Icamer\"~    | ~\"name\": true~   | destination.name: expected a string, found a boolean",
        "~\"status\": \"pending\", ~ | ~~               | status: missing",
        "~\"reason\": \"rent\"~    | ~\"reason\": {}~   | reason: expected a string, found an object",
        "~\"amount\": 1250~        | ~\"schema\": 3~    | schema: expected 1 or 2, found 3",
        "~\"amount\": 1250~        | ~\"schema\": \"2\"~ | schema: expected a whole number, found a string",
        "1250                      | 12.5               | amount: expected a whole number, found 12.5",
        "1250                      | 1e3                | amount: expected a whole number, found 1e3",
        "1250                      | ~\"1250\"~         | amount: expected a whole number, found a string",
        "1250                      | 9223372036854775808 | ~amount: expected a number from -9223372036854775808 to "
                + "9223372036854775807, found 9223372036854775808~",
    })
    void theFieldAtFaultIsNamed(String from, String to, String reason) throws Exception {
        assertThat(ask(nordhaven, transaction(from, to))).isEqualTo("{\"error\":\"" + reason + "\"}");
    }

    @Test
    void aValueThatIsLongIsNotRepeated() throws Exception {
        assertThat(ask(nordhaven, transaction("1250", "9".repeat(60_000)))).hasSizeLessThan(200).contains("found " + "9".repeat(40) + "\"");
    }

    @Test
    void amountsAreExact() throws Exception {
        // Terrano repeats the amount: doubles do not hold these.
        LinkedComponent terrano = Bank.linked("terrano");
        String pounds = Bank.transaction("GBP", "rent");
        for (String amount : new String[] {"9007199254740993", "9223372036854775807"}) {
            assertThat(ask(terrano, pounds.replace("1250", amount))).contains("Amount above the ceiling of 1000000: " + amount + "\"");
        }
        assertThat(ask(terrano, pounds.replace("1250", "-9223372036854775808")))
                .contains("Amount must be positive: -9223372036854775808\"");
    }

    @Test
    void theFirstSchemaIsAnsweredAsItAlwaysWas() throws Exception {
        assertThat(ask(nordhaven, Bank.transaction("USD", "rent"))).isEqualTo(APPROVED);
        assertThat(ask(nordhaven, transaction("\"amount\"", "\"schema\": 1, \"unknown\": [1], \"amount\""))).isEqualTo(APPROVED);
        // What no validator should have to look at is the validator's nevertheless: it always was.
        assertThat(ask(nordhaven, transaction("1250", "-1"))).isEqualTo(APPROVED);
    }

    @Test
    void theSecondSchemaSaysWhoJudged() throws Exception {
        try (var asked = new Asked(solvik, ABOUT, () -> 0)) {
            assertThat(asked.answer(second("\"reference\": \"r-\\\"1\\\"\", \"amount\": \"+1250\"")))
                    .isEqualTo("{\"approved\":true,\"reason\":null,\"schema\":2,\"reference\":\"r-\\\"1\\\"\","
                            + "\"validator\":{\"name\":\"solvik\",\"language\":\"Zig\",\"size\":6166},"
                            + "\"harness\":\"wasmpay-harness 0.3.0\",\"judge\":\"validator\"}");
        }
    }

    @Test
    void theSecondSchemaNeedsAReferenceOfBoundedLength() throws Exception {
        assertThat(ask(nordhaven, second("\"amount\": 1"))).isEqualTo("{\"error\":\"reference: missing\"}");
        assertThat(ask(nordhaven, second("\"reference\": \"" + "😀".repeat(101) + "\", \"amount\": 1")))
                .isEqualTo("{\"error\":\"reference: expected at most 100 characters, found 101\"}");
        assertThat(ask(nordhaven, second("\"reference\": \"" + "😀".repeat(100) + "\", \"amount\": 1"))).startsWith("{\"approved\":true");
        assertThat(ask(nordhaven, second("\"reference\": \"r\", \"amount\": \"ten\"")))
                .isEqualTo("{\"error\":\"amount: expected a whole number of 64 bits, found \\\"ten\\\"\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "1250                       | 0                  | Invalid amount: 0",
        "1250                       | -5                 | Invalid amount: -5",
        "~\"USD\", \"status\"~      | ~\"XTS\", \"status\"~ | Unknown currency code in currency: XTS",
        "~\"USD\", \"status\"~      | ~\"D A\", \"status\"~ | Unknown currency code in currency: D A",
        "~\"currency\": \"GBP\"~    | ~\"currency\": \"gbp\"~ | Unknown currency code in destination.currency: gbp",
        "~\"name\": \"Icamer\"~     | ~\"name\": \" \u3000\"~ | Missing field: destination.name",
        "~\"status\": \"pending\"~  | ~\"status\": \"\"~ | Missing field: status",
    })
    void whatCannotBeATransactionIsRefusedByTheHarness(String from, String to, String reason) throws Exception {
        String body = transaction(from, to).replace("\"amount\"", "\"schema\": 2, \"reference\": \"r\", \"amount\"");
        assertThat(ask(nordhaven, body)).isEqualTo("{\"approved\":false,\"reason\":\"" + reason
                + "\",\"schema\":2,\"reference\":\"r\"," + NOBODY + ",\"judge\":\"harness\"}");
    }

    @Test
    void aReasonWithoutEndIsNone() throws Exception {
        assertThat(ask(untrusted, Bank.transaction("USD", "lengthy")))
                .isEqualTo("{\"error\":\"the validator's reason has more than 10000 characters\"}");
    }

    @Test
    void whatComesTooLateIsNoDecision() throws Exception {
        Map<String, String> variables = Map.of("WASMPAY_DEADLINE_MS", "200", "WASMPAY_LOG", "off");
        // The clock goes on by as much each time that it is looked at: at the start, after the body and after the validator.
        for (int step : new int[] {99, 101, 201}) {
            var clock = new AtomicLong();
            try (var asked = new Asked(nordhaven, variables, () -> clock.getAndAdd(step * 1_000_000L))) {
                assertThat(asked.answer(Bank.transaction("USD", "rent"))).isEqualTo(switch (step) {
                    case 99 -> APPROVED;
                    case 101 -> "{\"error\":\"deadline exceeded: the validator took longer than 200 ms\"}";
                    default -> "{\"error\":\"deadline exceeded: the request took longer than 200 ms\"}";
                });
            }
        }
    }

    @Test
    void everyDecisionIsALineOfJson() throws Exception {
        try (var asked = new Asked(nordhaven, Map.of("WASMPAY_VALIDATOR", "nordhaven"), () -> 0)) {
            asked.answer(Bank.transaction("GB\\n", "rent"));
            asked.answer(second("\"reference\": \"r-1\", \"amount\": 1"));
            asked.answer("{");
            assertThat(asked.errorLines()).containsExactly(
                    line("decision", "\"schema\":1,\"reference\":\"\",\"approved\":false,"
                            + "\"reason\":\"Unsupported currency: GB\\n\",\"judge\":\"validator\""),
                    line("decision", "\"schema\":2,\"reference\":\"r-1\",\"approved\":true,\"reason\":null,\"judge\":\"validator\""),
                    line("error", "\"status\":400,\"error\":\"line 1, column 2: expected a key in quotes, found the end\""));
        }
        try (var quiet = Asked.of(nordhaven)) {
            quiet.answer("{");
            assertThat(quiet.errorLines()).isEmpty();
        }
    }

    private static String line(String event, String rest) {
        return "{\"event\":\"" + event + "\",\"harness\":\"wasmpay-harness 0.3.0\",\"validator\":\"nordhaven\",\"trigger\":\"message\","
                + rest + "}";
    }
}
