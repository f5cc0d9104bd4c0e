package jim.chat.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** The page of the chat as a person meets it: by what its parts are called. */
record ChatTab(Page page) {
    Locator name() {
        return page.getByLabel("Your name");
    }

    /** How the connection is, in words. */
    Locator state() {
        return page.locator(".state:visible");
    }

    Locator log() {
        return page.getByRole(AriaRole.LOG);
    }

    /** What people have said. */
    Locator messages() {
        return log().getByRole(AriaRole.ARTICLE);
    }

    Locator people() {
        return page.getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LISTITEM);
    }

    Locator person(String name) {
        return button(name);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator to() {
        return page.getByLabel("To", new GetByLabelOptions().setExact(true));
    }

    Locator text() {
        return page.getByLabel("Message", new GetByLabelOptions().setExact(true));
    }

    void say(String message) {
        text().fill(message);
        text().press("Enter");
    }
}
