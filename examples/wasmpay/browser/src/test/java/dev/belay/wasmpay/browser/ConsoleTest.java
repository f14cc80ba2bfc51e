package dev.belay.wasmpay.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The console of a host that runs a bank's validator, of which there are two revisions: with the keyboard alone. */
@Timeout(180)
@EnabledIfSystemProperty(named = "console.url", matches = "http.+")
class ConsoleTest extends ConsolePages {
    private void openBank() {
        visitor().signIn();
        visitor().follow("bank");
        assertThat(visitor().heading("bank")).isVisible();
    }

    private Locator share(int place) {
        return page().locator(".shares input[type=range]").nth(place);
    }

    @Test
    void aWrongTokenIsRefusedAndTheRightOneShowsTheApplications() {
        page().keyboard().type("wrong");
        page().keyboard().press("Enter");
        assertThat(page().getByRole(AriaRole.ALERT)).containsText("not a token of this host");
        visitor().signIn();
        var row = page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("bank"));
        assertThat(row).containsText("serving");
        assertThat(row).containsText("/bank");
    }

    @Test
    void theFirstKeyLeadsPastTheNavigation() {
        visitor().signIn();
        page().keyboard().press("Tab");
        assertThat(page().getByText("Skip to the content")).isFocused();
        page().keyboard().press("Enter");
        assertThat(page().locator("main")).isFocused();
    }

    @Test
    void theStackIsDrawnWithItsParts() {
        openBank();
        var picture = page().locator("svg.graph");
        assertThat(picture).isVisible();
        assertThat(picture).containsText("harness.wasm");
        assertThat(picture).containsText("terrano.wasm");
        assertThat(picture).hasAttribute("viewBox", Pattern.compile("0 0 [0-9]+ [0-9]+"));
        var reach = page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("From where imports are met"));
        assertThat(reach).containsText("wasmpay:platform/validation@0.1.0");
    }

    @Test
    void trafficIsMovedWithTheArrows() {
        openBank();
        visitor().tabTo(share(0));
        page().keyboard().press("Home");
        for (int i = 0; i < 30; i++) {
            page().keyboard().press("ArrowRight");
        }
        assertThat(share(0)).hasValue("30");
        assertThat(share(1)).hasValue("70");
        visitor().press("Share requests so");
        assertThat(page().locator(".notice")).containsText("Done: change ");
        assertThat(share(0)).hasValue("30");
        var shares = page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Revisions")).locator("tbody td:nth-of-type(2)");
        assertThat(shares).hasText(new String[] {"30 %", "70 %"});
    }

    @Test
    void requestsAndTheLogShowByThemselves() {
        openBank();
        var requests = page().locator(".facts div").filter(new Locator.FilterOptions().setHasText("Requests")).nth(1).locator("dd");
        String before = requests.textContent();
        var answer = page().request().post(System.getProperty("console.served") + "/bank/validate");
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(requests).not().hasText(before);
        assertThat(page().getByRole(AriaRole.LOG)).isVisible();
    }

    @Test
    void aHostThatDoesNotAnswerIsTold() {
        openBank();
        var lost = page().locator("#lost");
        assertThat(lost).isHidden();
        page().route("**/console/**", route -> route.abort());
        assertThat(lost).containsText("The host does not answer");
        page().unroute("**/console/**");
        assertThat(lost).isHidden();
        // What htmx says of it.
        tab().complaints().removeIf(complaint -> complaint.startsWith("htmx:"));
    }

    @Test
    void theHistoryHasWhatWasDone() {
        visitor().signIn();
        visitor().follow("History");
        assertThat(visitor().heading("History")).isVisible();
        var changes = page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Changes")).locator("tbody tr");
        assertThat(changes.filter(new Locator.FilterOptions().setHasText("apply"))).not().hasCount(0);
    }
}
