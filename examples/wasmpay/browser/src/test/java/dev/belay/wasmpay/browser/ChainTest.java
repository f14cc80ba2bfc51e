package dev.belay.wasmpay.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page with all of wasmPay behind it: gateway, transaction manager, the banks' validators and the ledger. */
@Timeout(180)
@EnabledIfSystemProperty(named = "wasmpay.url", matches = "http.+")
class ChainTest extends InBrowser {
    private static final String URL = System.getProperty("wasmpay.url", "");

    @BeforeEach
    void open() {
        open(ColorScheme.LIGHT);
    }

    private void open(ColorScheme scheme) {
        look(chromium().open(URL, scheme));
    }

    private void pay(String from, String to, String amount, String currency, String reason) {
        page().getByLabel("From").selectOption(from);
        page().getByLabel("To", new Page.GetByLabelOptions().setExact(true)).selectOption(to);
        page().getByLabel("Amount").fill(amount);
        page().getByLabel("Currency").selectOption(currency);
        page().getByLabel("Reason").fill(reason);
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send")).click();
    }

    private void assertOutcome(String verdict, String parties) {
        assertThat(page().locator("#outcome .verdict")).hasText(verdict);
        assertThat(page().locator("#outcome .payment")).containsText(parties);
        assertThat(newest()).hasText(Pattern.compile("^" + verdict + ".*"));
    }

    private Locator newest() {
        return page().locator("#history > li summary").first();
    }

    private Locator decision(int place, String column) {
        return page().locator("#outcome tbody tr").nth(place).locator(column);
    }

    private static Locator balance(Page page, String bank, String currency) {
        var cell = page.locator("td[data-bank=" + bank + "][data-currency=" + currency + "]");
        assertThat(cell).not().isEmpty();
        return cell;
    }

    private BigDecimal amount(String bank, String currency) {
        return new BigDecimal(balance(page(), bank, currency).textContent().replace(",", "").replace('−', '-'));
    }

    private static String shown(BigDecimal amount) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(amount);
    }

    private void screenshot(String name) {
        String directory = System.getProperty("wasmpay.screenshots", "");
        if (!directory.isEmpty()) {
            page().evaluate("scrollTo(0, 0)");
            page().screenshot(new Page.ScreenshotOptions().setPath(Path.of(directory, name + ".png")).setFullPage(true));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "app.js", "style.css"})
    void theGatewayHoldsThePageAsItIs(String file) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(
                    HttpRequest.newBuilder(URI.create(URL + file)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.body())
                    .as("what gateway.wasm holds: rebuild it by examples/wasmpay/gateway/build.sh")
                    .isEqualTo(Files.readString(StandIn.WEB.resolve(file)));
        }
    }

    @Test
    void dollarsAreApprovedByAllAndMoved() {
        var from = amount("nordhaven", "USD");
        var to = amount("icamer", "USD");
        try (var other = chromium().open(URL)) {
            assertThat(balance(other.page(), "nordhaven", "USD")).hasText(shown(from));
            pay("nordhaven", "icamer", "12.50", "USD", "rent");

            assertOutcome("✓ approved", "12.50 USD from Nordhaven Bank to Icamer Bank, for: rent");
            assertThat(page().locator("#outcome tbody tr")).hasCount(3);
            assertThat(page().locator("#outcome tbody th")).hasText(new String[] {"platform", "nordhaven", "icamer"});
            assertThat(decision(1, "td:nth-of-type(1)")).hasText("Rust");
            assertThat(decision(2, "td:nth-of-type(1)")).hasText("Java");
            assertThat(decision(1, "td:nth-of-type(2)")).hasText(Pattern.compile("^[0-9.]+ KB$"));
            assertThat(decision(1, "td:nth-of-type(3)")).hasText(Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+"));
            // Here, and wherever else the page is open.
            for (Page each : new Page[] {page(), other.page()}) {
                assertThat(balance(each, "nordhaven", "USD")).hasText(shown(from.subtract(new BigDecimal("12.50"))));
                assertThat(balance(each, "icamer", "USD")).hasText(shown(to.add(new BigDecimal("12.50"))));
            }
            assertThat(newest()).containsText("Nordhaven Bank → Icamer Bank");
            assertThat(newest()).containsText("12.50 USD");
            screenshot("approved");
        }
    }

    @Test
    void poundsAreRefusedByNordhaven() {
        open(ColorScheme.DARK);
        var from = amount("nordhaven", "GBP");
        pay("nordhaven", "icamer", "12.50", "GBP", "rent");

        assertOutcome("✗ refused", "12.50 GBP from Nordhaven Bank to Icamer Bank");
        assertThat(page().locator("#outcome > .why")).hasText("Transaction failed validation: Unsupported currency: GBP");
        // Icamer was not asked any more.
        assertThat(page().locator("#outcome tbody th")).hasText(new String[] {"platform", "nordhaven"});
        assertThat(decision(1, "td:nth-of-type(4)")).hasText("✗ refusedUnsupported currency: GBP");
        assertThat(balance(page(), "nordhaven", "GBP")).hasText(shown(from));
        newest().click();
        screenshot("refused");
    }

    @Test
    void javaScriptRefusesWhatIsTooMuch() {
        pay("nordhaven", "lumenor", "50000.01", "USD", "a boat");

        assertOutcome("✗ refused", "50,000.01 USD");
        assertThat(decision(2, "td:nth-of-type(1)")).hasText("JavaScript");
        assertThat(decision(2, "td:nth-of-type(4)")).containsText("Amount above the ceiling of 5000000: 5000001");
    }

    @Test
    void aBankWithoutValidatorApproves() {
        pay("nordhaven", "quietbank", "0.01", "USD", "");

        assertOutcome("✓ approved", "0.01 USD");
        assertThat(page().locator("#outcome tbody th")).hasText(new String[] {"platform", "nordhaven"});
    }

    @Test
    void aBankThatMisbehavesHarmsItselfOnly() {
        for (String misdeed : new String[] {"trap", "allocate", "loop"}) {
            pay("nordhaven", "untrusted", "1.00", "USD", misdeed);

            assertOutcome("✗ refused", "for: " + misdeed);
            assertThat(page().locator("#outcome > .why")).containsText("validator of untrusted");
        }
        pay("nordhaven", "untrusted", "1.00", "USD", "nothing in particular");
        assertOutcome("✓ approved", "for: nothing in particular");
    }
}
