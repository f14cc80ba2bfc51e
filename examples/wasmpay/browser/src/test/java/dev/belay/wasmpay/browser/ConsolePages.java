package dev.belay.wasmpay.browser;

import org.junit.jupiter.api.BeforeEach;

/** The console of a host. */
abstract class ConsolePages extends InBrowser {
    @BeforeEach
    void open() {
        look(chromium().open(url()));
    }

    /** Instead of that which is open. */
    void openWithoutScripts() {
        look(chromium().openWithoutScripts(url()));
    }

    private static String url() {
        return System.getProperty("console.url") + "/console";
    }

    Visitor visitor() {
        return new Visitor(page());
    }
}
