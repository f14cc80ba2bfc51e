package dev.belay.wasmpay.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A headless Chromium, the system's own. */
final class Chromium implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright.chromium().launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("wasmpay.chromium")))
                        // CI runs as root in a container, where Chromium's own sandbox does not start.
                        .setArgs(List.of("--no-sandbox"))));
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setViewportSize(1120, 900).setLocale("en-GB").setTimezoneId("UTC");
    }

    /** A page at the address, in a profile of its own. */
    Tab open(String url, ColorScheme scheme) {
        return open(url, options().setColorScheme(scheme));
    }

    /** With scripts turned off. */
    Tab openWithoutScripts(String url) {
        return open(url, options().setJavaScriptEnabled(false));
    }

    private Tab open(String url, Browser.NewContextOptions options) {
        var context = browser.newContext(options);
        var tab = new Tab(context, context.newPage(), Collections.synchronizedList(new ArrayList<>()));
        tab.page().onConsoleMessage(message -> {
            // What the policy forbids, and what a script throws.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                tab.complaints().add(message.text());
            }
        });
        tab.page().onPageError(tab.complaints()::add);
        tab.page().navigate(url);
        return tab;
    }

    Tab open(String url) {
        return open(url, ColorScheme.LIGHT);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /**
     * @param complaints what the browser had against the page
     */
    record Tab(BrowserContext context, Page page, List<String> complaints) implements AutoCloseable {
        @Override
        public void close() {
            context.close();
        }
    }
}
