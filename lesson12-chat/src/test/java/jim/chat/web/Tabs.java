package jim.chat.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real browser, in which pages of a chat are opened. Nothing may go wrong in any of them. */
final class Tabs implements AutoCloseable {
    /** What a browser says about a server that is away, which is no fault of the page's. */
    private static final String REFUSED = "ERR_CONNECTION_REFUSED";

    private final Playwright playwright = Playwright.create();
    private final Browser browser = playwright
            .chromium()
            .launch(new LaunchOptions()
                    .setExecutablePath(Path.of(System.getProperty("chromium")))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
    private final List<String> faults = new ArrayList<>();

    /** The page of {@code site}, on which nobody has said who they are. */
    Page open(ChatSite site) {
        Page page = browser.newContext().newPage();
        page.onConsoleMessage(this::note);
        page.onPageError(faults::add);
        page.navigate(site.uri("http", "/").toString());
        return page;
    }

    /** The page of {@code site}, on which {@code name} is in. */
    ChatTab join(ChatSite site, String name) {
        Page page = open(site);
        ChatTab tab = new ChatTab(page);
        tab.name().fill(name);
        tab.name().press("Enter");
        assertThat(tab.state()).hasText("Connected as " + name);
        return tab;
    }

    private void note(ConsoleMessage message) {
        if (!message.text().contains(REFUSED)) {
            faults.add(message.text());
        }
    }

    void assertNoFaults() {
        assertThat(faults).isEmpty();
    }

    /** The next test begins with no pages. */
    void clear() {
        List.copyOf(browser.contexts()).forEach(context -> context.close());
        faults.clear();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
