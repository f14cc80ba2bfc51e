package dev.belay.wasmpay.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Tests that look at one page at a time, in a browser that has nothing to complain of. */
abstract class InBrowser {
    /** Milliseconds: a validator that does not answer has a deadline, and the console asks again every two seconds. */
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

    @AfterEach
    void leave() {
        try {
            assertThat(tab.complaints()).as("what the browser complains of").isEmpty();
        } finally {
            tab.close();
        }
    }

    static Chromium chromium() {
        return chromium;
    }

    /** Looks at this one from now on. */
    void look(Chromium.Tab at) {
        if (tab != null) {
            tab.close();
        }
        tab = at;
    }

    Chromium.Tab tab() {
        return tab;
    }

    Page page() {
        return tab.page();
    }
}
