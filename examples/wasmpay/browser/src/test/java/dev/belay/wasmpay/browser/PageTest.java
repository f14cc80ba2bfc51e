package dev.belay.wasmpay.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page alone, with a stand-in for the gateway behind it. */
@Timeout(120)
class PageTest extends InBrowser {
    private StandIn server;

    @BeforeEach
    void open() throws IOException {
        server = StandIn.start();
        look(chromium().open(server.url()));
    }

    @AfterEach
    @Override
    void leave() {
        try {
            super.leave();
        } finally {
            server.close();
        }
    }

    private Locator balance(String bank, String currency) {
        return page().locator("td[data-bank=" + bank + "][data-currency=" + currency + "]");
    }

    private Locator history() {
        return page().locator("#history > li");
    }

    private void pay(String amount) {
        page().getByLabel("Amount").fill(amount);
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send")).click();
    }

    @Test
    void sendsWhatTheFormSays() {
        server.answerPayments(200, "{\"data\":{\"id\":\"t-1\",\"status\":\"approved\",\"decisions\":" + Samples.decisions(true, "") + "}}");
        page().getByLabel("From").selectOption("icamer");
        page().getByLabel("To", new Page.GetByLabelOptions().setExact(true)).selectOption("solvik");
        page().getByLabel("Currency").selectOption("USD");
        page().getByLabel("Reason").fill("\"rent\" & <b>more</b>");
        pay("92233720368547758.07");

        assertThat(page().locator("#outcome .verdict")).hasText("✓ approved");
        assertThat(page().locator("#outcome .payment")).hasText(
                "92,233,720,368,547,758.07 USD from Icamer Bank to Solvik Sparebank, for: \"rent\" & <b>more</b>");
        var sent = server.payments().getFirst();
        assertThat(sent.persistDenied()).isEqualTo("1");
        assertThat(sent.key()).matches("[0-9a-f]{32}");
        assertThat(sent.body().toString()).isEqualTo(
                "{\"origin\":{\"id\":\"i1\",\"code\":\"icamer\",\"country\":\"GBR\",\"currency\":\"GBP\",\"name\":\"Icamer Bank\"},"
                        + "\"destination\":{\"id\":\"s1\",\"code\":\"solvik\",\"country\":\"NOR\",\"currency\":\"NOK\","
                        + "\"name\":\"Solvik Sparebank\"},\"amount\":\"9223372036854775807\",\"currency\":\"USD\","
                        + "\"status\":\"pending\",\"reason\":\"\\\"rent\\\" & <b>more</b>\"}");
    }

    @Test
    void showsWhoWasAskedAndWhy() {
        server.answerPayments(200, "{\"code\":\"gateway_error\",\"message\":\"Transaction failed validation: Too much\",\"decisions\":"
                + Samples.decisions(false, "Too much") + "}");
        pay("1");

        assertThat(page().locator("#outcome .verdict")).hasText("✗ refused");
        assertThat(page().locator("#outcome > .why")).hasText("Transaction failed validation: Too much");
        assertThat(page().locator("#outcome tbody tr")).hasText(
                new String[] {"nordhavenRust16.4 KBwasmpay 0.2.0✓ approved", "icamerJava1.6 MBwasmpay 0.2.0✗ refusedToo much"});
    }

    @Test
    void showsWhatTheServerSaysAsText() {
        String hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        server.answerPayments(400, "{\"code\":\"bad_request\",\"message\":\"" + hostile + "\"}");
        server.answer("/transactions", "[" + Samples.transaction(1, "1", hostile) + "]");
        pay("1");

        assertThat(page().locator("#outcome > .why")).hasText(hostile);
        assertThat(history().getByText("For: " + hostile)).hasCount(1);
        assertThat(page().locator("main img, main script")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ten                  | Write digits and a point, such as 12.50",
        "1,000                | Write digits and a point, such as 12.50",
        "-1                   | Write digits and a point, such as 12.50",
        "1e3                  | Write digits and a point, such as 12.50",
        "0.001                | USD has 2 digits after the point",
        "0.00                 | Send more than nothing",
        "92233720368547758.08 | At most 92,233,720,368,547,758.07",
    })
    void saysWhatIsWrongWithAnAmount(String amount, String problem) {
        pay(amount);

        assertThat(page().locator("#amount-problem")).hasText(problem);
        assertThat(page().getByLabel("Amount")).isFocused();
        assertThat(page().getByLabel("Amount")).hasAttribute("aria-invalid", "true");
        assertThat(server.payments()).isEmpty();
        page().getByLabel("Amount").fill("1");
        assertThat(page().locator("#amount-problem")).isEmpty();
    }

    @Test
    void aPaymentThatIsTriedAgainHasTheSameKey() {
        server.answerPayments(503, "{\"message\":\"closed\"}");
        pay("1");
        assertThat(page().locator("#outcome .problem")).hasText(
                "It is not known whether this was paid: closed. Send it again: it is paid once at most.");
        server.answerPayments(200, "{\"data\":{\"id\":\"t-1\",\"status\":\"approved\"}}");
        page().getByLabel("Amount").press("Enter");
        assertThat(page().locator("#outcome .verdict")).hasText("✓ approved");
        page().getByLabel("Amount").press("Enter");

        page().waitForCondition(() -> server.payments().size() == 3);
        var keys = server.payments().stream().map(StandIn.Payment::key).toList();
        assertThat(keys.get(1)).isEqualTo(keys.get(0));
        assertThat(keys.get(2)).isNotEqualTo(keys.get(0));
    }

    @Test
    void balancesAndHistoryChangeWithoutReload() {
        assertThat(balance("nordhaven", "USD")).hasText("1,000,000.00");
        assertThat(balance("nordhaven", "GBP")).hasText("−0.05");
        assertThat(balance("icamer", "USD")).hasText("90,071,992,547,409.93");
        page().evaluate("window.kept = true");

        server.answer("/accounts", Samples.accounts("99999999"));
        server.answer("/transactions", "[" + Samples.transaction(7, "1", "rent") + "]");
        assertThat(balance("nordhaven", "USD")).hasText("999,999.99");
        assertThat(history()).hasCount(1);
        assertThat(history().locator("summary")).hasText("✓ approvedNordhaven Bank → Icamer Bank0.01 USD04/05/2026, 03:02:01");

        // What is open stays open when more comes.
        history().locator("summary").click();
        server.answer("/transactions", "[" + Samples.transaction(8, "2", "more") + "," + Samples.transaction(7, "1", "rent") + "]");
        assertThat(history()).hasCount(2);
        assertThat(history().first()).containsText("0.02 USD");
        assertThat(history().last().locator("details")).hasAttribute("open", "");
        assertThat(page().evaluate("window.kept")).isEqualTo(true);
    }

    @Test
    void showsOlderOnesOnDemand() {
        server.answer("/transactions", "[" + Samples.transaction(9, "9", "new") + "]");
        server.answer("/transactions?before=9", "[" + Samples.transaction(8, "8", "old") + "]");
        server.answer("/transactions?before=8", "[]");
        var older = page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show older"));
        older.click();
        assertThat(history().locator("summary .number")).hasText(new String[] {"0.09 USD", "0.08 USD"});
        older.click();
        assertThat(older).isHidden();
    }

    @Test
    void leavesNoGapBehindManyNewOnes() {
        server.answer("/transactions", "[" + Samples.transaction(1, "1", "old") + "]");
        assertThat(history().locator("summary .number")).hasText(new String[] {"0.01 USD"});
        server.answer("/transactions", "[" + Samples.transaction(90, "90", "new") + "]");
        assertThat(history().locator("summary .number")).hasText(new String[] {"0.90 USD"});
    }

    @Test
    void saysThatThePlatformDoesNotAnswerAndGoesOn() {
        assertThat(balance("nordhaven", "USD")).hasText("1,000,000.00");
        server.fail("/accounts");
        assertThat(page().locator("#connection"))
                .hasText("The platform does not answer (/accounts: status 503); trying again.");
        server.answer("/accounts", Samples.accounts("1"));
        assertThat(balance("nordhaven", "USD")).hasText("0.01");
        assertThat(page().locator("#connection")).isEmpty();
    }

    @Test
    void asksNobodyWhileItIsNotSeen() {
        page().clock().install();
        page().reload();
        assertThat(balance("nordhaven", "USD")).hasText("1,000,000.00");
        int before = server.polls();
        page().clock().runFor(1500);
        page().waitForCondition(() -> server.polls() > before);

        seen(false);
        int polls = server.polls();
        page().clock().runFor(60_000);
        assertThat(server.polls()).isEqualTo(polls);

        seen(true);
        page().clock().resume();
        page().waitForCondition(() -> server.polls() > polls);
    }

    private void seen(boolean seen) {
        page().evaluate("""
                Object.defineProperty(document, 'hidden', { value: %s, configurable: true });
                document.dispatchEvent(new Event('visibilitychange'));""".formatted(!seen));
    }

    @Test
    void everythingCanBeDoneWithKeys() {
        server.answerPayments(200, "{\"data\":{\"id\":\"t-1\",\"status\":\"approved\"}}");
        assertThat(page().getByLabel("From")).isEnabled();
        for (String each : new String[] {"From", "To", "Amount", "Currency", "Reason"}) {
            page().keyboard().press("Tab");
            assertThat(page().getByLabel(each, new Page.GetByLabelOptions().setExact(true))).isFocused();
        }
        page().keyboard().press("Tab");
        assertThat(page().locator("#send")).isFocused();
        page().keyboard().press("Space");
        assertThat(page().locator("#outcome .verdict")).hasText("✓ approved");
        assertThat(page().locator("#send")).isFocused();
    }

    @Test
    void isDarkWhereThatIsWished() {
        try (var dark = chromium().open(server.url(), ColorScheme.DARK)) {
            String background = "getComputedStyle(document.body).backgroundColor";
            assertThat(page().evaluate(background)).isEqualTo("rgb(244, 245, 247)");
            assertThat(dark.page().evaluate(background)).isEqualTo("rgb(20, 23, 27)");
        }
    }
}
