package dev.belay.wasmpay.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The console of a host, in a browser that has nothing to complain of. */
abstract class ConsolePages {
    /** Milliseconds: what changes by itself is asked for every two seconds. */
    private static final double LONG = 30_000;

    private static Chromium chromium;

    private Chromium.Tab tab;

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
        tab = chromium.open(url());
    }

    /** Instead of that which is open. */
    void openWithoutScripts() {
        tab.close();
        tab = chromium.openWithoutScripts(url());
    }

    private static String url() {
        return System.getProperty("console.url") + "/console";
    }

    @AfterEach
    void leave() {
        try {
            assertThat(tab.complaints()).as("what the browser complains of").isEmpty();
        } finally {
            tab.close();
        }
    }

    Chromium.Tab tab() {
        return tab;
    }

    Page page() {
        return tab.page();
    }

    Visitor visitor() {
        return new Visitor(page());
    }
}
