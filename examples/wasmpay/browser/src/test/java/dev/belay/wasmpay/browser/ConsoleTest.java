package dev.belay.wasmpay.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The console of a host that runs a bank's validator, of which there are two revisions: with the keyboard alone. */
@Timeout(180)
@EnabledIfSystemProperty(named = "console.url", matches = "http.+")
class ConsoleTest {
    /** Milliseconds: what changes by itself is asked for every two seconds. */
    private static final double LONG = 30_000;
    /** More than there is on any page to go to. */
    private static final int MOST_TABS = 100;

    private static Chromium chromium;

    private Chromium.Tab tab;
    private Page page;

    @BeforeAll
    static void launch() {
        setDefaultAssertionTimeout(LONG);
        chromium = Chromium.start();
    }

    @AfterAll
    static void quit() {
        chromium.close();
    }

    @BeforeEach
    void open() {
        tab = chromium.open(System.getProperty("console.url") + "/console");
        page = tab.page();
    }

    @AfterEach
    void leave() {
        try {
            assertThat(tab.complaints()).as("what the browser complains of").isEmpty();
        } finally {
            tab.close();
        }
    }

    private void signIn() {
        // The field has the focus from the start.
        assertThat(page.getByLabel("Token of this host")).isFocused();
        page.keyboard().type(System.getProperty("console.token"));
        page.keyboard().press("Enter");
        assertThat(heading("Applications")).isVisible();
    }

    private Locator heading(String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
    }

    /** Goes on with the tabulator until something has the focus. */
    private void tabTo(Locator wanted) {
        assertThat(wanted).isVisible();
        for (int i = 0; i < MOST_TABS; i++) {
            if ((Boolean) wanted.evaluate("its => its === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("cannot be reached with the keyboard: " + wanted);
    }

    private void openBank() {
        signIn();
        tabTo(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("bank").setExact(true)));
        page.keyboard().press("Enter");
        assertThat(heading("bank")).isVisible();
    }

    private Locator share(int place) {
        return page.locator(".shares input[type=range]").nth(place);
    }

    @Test
    void aWrongTokenIsRefusedAndTheRightOneShowsTheApplications() {
        page.keyboard().type("wrong");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("not a token of this host");
        signIn();
        var row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("bank"));
        assertThat(row).containsText("serving");
        assertThat(row).containsText("/bank");
    }

    @Test
    void theFirstKeyLeadsPastTheNavigation() {
        signIn();
        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to the content")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
    }

    @Test
    void theStackIsDrawnWithItsParts() {
        openBank();
        var picture = page.locator("svg.graph");
        assertThat(picture).isVisible();
        assertThat(picture).containsText("harness.wasm");
        assertThat(picture).containsText("terrano.wasm");
        assertThat(picture).hasAttribute("viewBox", Pattern.compile("0 0 [0-9]+ [0-9]+"));
        var reach = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("From where imports are met"));
        assertThat(reach).containsText("wasmpay:platform/validation@0.1.0");
    }

    @Test
    void trafficIsMovedWithTheArrows() {
        openBank();
        tabTo(share(0));
        page.keyboard().press("Home");
        for (int i = 0; i < 30; i++) {
            page.keyboard().press("ArrowRight");
        }
        assertThat(share(0)).hasValue("30");
        assertThat(share(1)).hasValue("70");
        tabTo(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Share requests so")));
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice")).containsText("Done: change ");
        assertThat(share(0)).hasValue("30");
        var shares = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Revisions")).locator("tbody td:nth-of-type(2)");
        assertThat(shares).hasText(new String[] {"30 %", "70 %"});
    }

    @Test
    void requestsAndTheLogShowByThemselves() {
        openBank();
        var requests = page.locator(".facts div").filter(new Locator.FilterOptions().setHasText("Requests")).nth(1).locator("dd");
        String before = requests.textContent();
        var answer = page.request().post(System.getProperty("console.served") + "/bank/validate");
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(requests).not().hasText(before);
        assertThat(page.getByRole(AriaRole.LOG)).isVisible();
    }

    @Test
    void theHistoryHasWhatWasDone() {
        signIn();
        tabTo(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("History")));
        page.keyboard().press("Enter");
        assertThat(heading("History")).isVisible();
        var changes = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Changes")).locator("tbody tr");
        assertThat(changes.filter(new Locator.FilterOptions().setHasText("apply"))).not().hasCount(0);
    }
}
