package dev.belay.wasmpay.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Somebody who looks at the console with the keyboard alone. */
record Visitor(Page page) {
    /** More than there is on any page to go to. */
    private static final int MOST_TABS = 100;

    void signIn() {
        // The field has the focus from the start.
        assertThat(page.getByLabel("Token of this host")).isFocused();
        page.keyboard().type(System.getProperty("console.token"));
        page.keyboard().press("Enter");
        assertThat(heading("Applications")).isVisible();
    }

    Locator heading(String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    /** Goes on with the tabulator until something has the focus. */
    void tabTo(Locator wanted) {
        assertThat(wanted).isVisible();
        for (int i = 0; i < MOST_TABS; i++) {
            if ((Boolean) wanted.evaluate("its => its === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("cannot be reached with the keyboard: " + wanted);
    }

    void follow(String link) {
        tabTo(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)));
        page.keyboard().press("Enter");
    }

    void press(String button) {
        tabTo(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)));
        page.keyboard().press("Enter");
    }
}
