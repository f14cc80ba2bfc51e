package dev.belay.wasmpay.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A harness is upgraded, and an application gets another component, on the console's pages. */
@Timeout(180)
@EnabledIfSystemProperty(named = "console.url", matches = "http.+")
class UpgradeTest extends ConsolePages {
    private static final Path HARNESS = Path.of(System.getProperty("wasmpay.harness"));
    private static final Path VALIDATOR = HARNESS.resolveSibling("../validators/nordhaven/nordhaven.wasm");

    @TempDir
    private Path directory;

    /** A component with a custom section more: another one, which does the same. */
    private Path another(Path component) throws IOException {
        String mark = UUID.randomUUID().toString();
        var bytes = new ByteArrayOutputStream();
        bytes.write(Files.readAllBytes(component));
        bytes.write(0);
        bytes.write(mark.length() + 1);
        bytes.write(mark.length());
        bytes.write(mark.getBytes(StandardCharsets.US_ASCII));
        return Files.write(directory.resolve("another.wasm"), bytes.toByteArray());
    }

    /** A request to the application, which is under way until it is closed. */
    private static Socket begun() throws IOException {
        URI served = URI.create(System.getProperty("console.served"));
        var socket = new Socket(served.getHost(), served.getPort());
        socket.getOutputStream().write(
                "POST /review/validate HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private Locator status() {
        return page().getByRole(AriaRole.STATUS);
    }

    private Locator progress() {
        return page().getByRole(AriaRole.PROGRESSBAR);
    }

    private Locator region(String name) {
        return page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
    }

    /** The dialog that a key opens there is the browser's own. */
    private void choose(Path file) {
        var input = page().locator("input[type=file]");
        visitor().tabTo(input);
        input.setInputFiles(file);
    }

    private void openHarness() {
        visitor().signIn();
        visitor().follow("Harnesses");
        visitor().follow("reviews");
        assertThat(visitor().heading("Harness reviews")).isVisible();
    }

    @Test
    void aHarnessIsUpgradedWithTheKeyboardAlone() throws Exception {
        Path another = another(HARNESS);
        try (Socket _ = begun()) {
            visitor().signIn();
            visitor().follow("review");
            assertThat(page().locator(".facts div").filter(new Locator.FilterOptions().setHasText("Under way")).locator("dd")).hasText("1");
            visitor().follow("reviews");
            assertThat(region("Parts")).containsText("upper");
            choose(another);
            visitor().press("Show what would change");
            assertThat(status()).containsText("All fits: 1 application would change");
            assertThat(region("What would change").locator("tbody tr")).hasCount(1);
            visitor().press("Carry it out");
            assertThat(status()).containsText("Upgrade harness reviews: draining");
            assertThat(progress()).hasAccessibleName(Pattern.compile("Upgrade harness reviews: draining.*"));
            page().reload();
            assertThat(status()).containsText("draining");
        }
        // What was under way has ended: the page says so by itself.
        assertThat(status()).containsText("Done: change ");
        assertThat(progress()).hasCount(0);
        visitor().follow("To reviews");
        assertThat(region("Parts")).containsText("another.wasm");
    }

    @Test
    void whatDoesNotFitIsToldWithTheReason() {
        openHarness();
        choose(Path.of("pom.xml"));
        visitor().press("Show what would change");
        assertThat(page().getByRole(AriaRole.ALERT)).containsText("‘pom.xml’ is not a component, and was not kept");
        choose(VALIDATOR);
        visitor().press("Show what would change");
        assertThat(status()).containsText("This cannot be done: 1 of 1 application does not fit.");
        assertThat(region("What would change").locator(".why")).containsText("wasmpay:platform/validation");
        assertThat(page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Carry it out"))).hasCount(0);
        visitor().follow("review");
        assertThat(visitor().heading("review")).isVisible();
    }

    @Test
    void anApplicationGetsAnotherComponentWithoutScripts() throws Exception {
        openWithoutScripts();
        visitor().signIn();
        visitor().follow("review");
        page().getByText("Deploy another component").click();
        page().locator("input[type=file]").setInputFiles(another(VALIDATOR));
        try (Socket _ = begun()) {
            visitor().press("Show what would change");
            // Pages ask to be loaded again as long as something is done.
            assertThat(status()).containsText("All fits: 1 application would change");
            visitor().press("Carry it out");
            assertThat(status()).containsText("Deploy review: draining");
        }
        assertThat(status()).containsText("Done: change ");
        visitor().follow("To review");
        assertThat(region("Revisions")).containsText("another.wasm");
    }
}
