package jim.chat.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser. */
final class ChatPageIT {
    private static final double PATIENCE = 20_000;
    private static final HasTextOptions PATIENTLY = new HasTextOptions().setTimeout(PATIENCE);
    private static final Pattern LOST = Pattern.compile("Connection lost, trying again in \\d.s…");
    private static Tabs tabs;
    private ChatSite site;

    @BeforeAll
    static void openBrowser() {
        tabs = new Tabs();
    }

    @AfterAll
    static void closeBrowser() {
        tabs.close();
    }

    @BeforeEach
    void openChat() throws Exception {
        site = ChatSite.open();
    }

    @AfterEach
    void closeChat() {
        site.close();
        tabs.assertNoFaults();
        tabs.clear();
    }

    @Test
    void whoGivesANameIsInAndSeesWhoIsThere() {
        site.typist("carl");
        ChatTab ann = tabs.join(site, "ann");
        ChatTab bob = tabs.join(site, "боб");
        assertThat(bob.people()).hasText(new String[] {"Ccarl", "Aann", "Ббобyou"});
        assertThat(ann.people()).hasCount(3);
        assertThat(ann.text()).isFocused();
        bob.button("Leave").click();
        assertThat(ann.people()).hasCount(2);
        assertThat(bob.name()).isFocused();
    }

    @Test
    void aNameThatIsTakenIsSaidAtItsField() {
        site.typist("Ann");
        ChatTab tab = new ChatTab(tabs.open(site));
        tab.name().fill("ann");
        tab.button("Join").click();
        assertThat(tab.page().getByText("The name ann is taken. Choose another one."))
                .isVisible();
        assertThat(tab.name()).hasAttribute("aria-invalid", "true");
        tab.name().fill("bob");
        tab.button("Join").click();
        assertThat(tab.state()).hasText("Connected as bob");
    }

    @ParameterizedTest
    @CsvSource({"ann lee,A name is one word", "server,The server says: that cannot be a name"})
    void aNameThatCannotBeIsSaidAtItsFieldToo(String name, String why) {
        ChatTab tab = new ChatTab(tabs.open(site));
        tab.name().fill(name);
        tab.name().press("Enter");
        assertThat(tab.page().getByText(why)).isVisible();
        assertThat(tab.name()).isFocused();
    }

    @Test
    void whatIsSaidToAllReachesAllAndWhatIsSaidToOneThatOne() {
        ChatTab ann = tabs.join(site, "ann");
        ChatTab bob = tabs.join(site, "bob");
        ChatTab eve = tabs.join(site, "eve");
        ann.person("bob").click();
        ann.say("only for you");
        ann.to().selectOption("");
        ann.say("for everyone: two  spaces");
        assertThat(ann.messages()).hasText(new String[] {
            "AYouprivately to bob12:00:00only for you", "AYou12:00:00for everyone: two  spaces"
        });
        assertThat(bob.messages()).hasText(new String[] {
            "Aannprivately to you12:00:00only for you", "Aann12:00:00for everyone: two  spaces"
        });
        assertThat(eve.messages()).hasText(new String[] {"Aann12:00:00for everyone: two  spaces"});
    }

    @Test
    void theKeyboardAloneIsEnough() {
        site.typist("bob");
        site.typist("eve");
        ChatTab ann = new ChatTab(tabs.open(site));
        assertThat(ann.name()).isFocused();
        type(ann, "ann", "Enter");
        assertThat(ann.people()).hasCount(3);
        press(ann, "Shift+Tab");
        assertThat(ann.to()).isFocused();
        press(ann, "Shift+Tab");
        assertThat(ann.log()).isFocused();
        press(ann, "Shift+Tab", "Shift+Tab");
        assertThat(ann.person("bob")).isFocused();
        press(ann, "Enter");
        assertThat(ann.to()).hasValue("bob");
        assertThat(ann.person("bob")).hasAttribute("aria-pressed", "true");
        type(ann, "psst", "Enter");
        assertThat(ann.messages().last()).containsText("privately to bob");
        press(ann, "Escape");
        assertThat(ann.to()).hasValue("");
        type(ann, "hello", "Enter");
        assertThat(ann.messages().last()).not().containsText("privately");
    }

    private static void type(ChatTab tab, String text, String... keys) {
        tab.page().keyboard().type(text);
        press(tab, keys);
    }

    private static void press(ChatTab tab, String... keys) {
        for (String key : keys) {
            tab.page().keyboard().press(key);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=\"document.title='broken'\">",
                "<script>document.title='broken'</script>",
                "</article><b>bold</b>",
                "[SYSTEM INFO] - [ann] logout from chat.",
                "[SYSTEM INFO] - [ghost] login to chat.",
                "[12:00:00][ann]: I agree",
                "[ERROR] - Username already taken!",
                "{\"action\":\"list\",\"message\":[]}"
            })
    void aTextStaysAText(String text) {
        ChatTab ann = tabs.join(site, "ann");
        Typist mallory = site.typist("mallory");
        mallory.types("msgall " + text).types("msg ann " + text);
        assertThat(ann.messages()).hasCount(2);
        assertThat(ann.messages().last().getByRole(AriaRole.PARAGRAPH)).hasText(text);
        assertThat(ann.messages().locator("b")).hasText(new String[] {"mallory", "mallory"});
        assertThat(ann.people()).hasCount(2);
        assertThat(ann.state()).hasText("Connected as ann");
        assertThat(ann.page()).hasTitle("Chat");
    }

    @Test
    void aLostConnectionIsSaidAndComesBackByItself() throws Exception {
        ChatTab ann = tabs.join(site, "ann");
        ChatTab bob = tabs.join(site, "bob");
        int port = site.port();
        site.close();
        assertThat(ann.state()).hasText(LOST);
        ann.say("are you there?");
        assertThat(ann.page().getByText("Not sent")).isVisible();
        site = ChatSite.at(port);
        assertThat(ann.state()).hasText("Connected again as ann", PATIENTLY);
        assertThat(bob.state()).hasText("Connected again as bob", PATIENTLY);
        assertThat(ann.people()).hasCount(2);
        ann.text().press("Enter");
        assertThat(bob.messages().last()).containsText("are you there?");
    }

    @Test
    void aNameThatIsNotFreeAgainYetIsTriedAgain() throws Exception {
        ChatTab ann = tabs.join(site, "ann");
        int port = site.port();
        site.close();
        site = ChatSite.at(port);
        Typist ghost = site.typist("ann");
        ann.button("Try now").click();
        assertThat(ann.state()).hasText(LOST);
        ghost.types("logout");
        assertThat(ann.state()).hasText("Connected again as ann", PATIENTLY);
    }

    @Test
    void aNameThatStaysTakenIsSaidAndTheTextIsKept() throws Exception {
        ChatTab ann = tabs.join(site, "ann");
        site.typist("bob");
        ann.person("bob").click();
        ann.text().fill("only for you");
        int port = site.port();
        site.close();
        site = ChatSite.at(port);
        Typist ghost = site.typist("ann");
        assertThat(ann.page().getByText("Somebody else is ann now"))
                .isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
        assertThat(ann.name()).hasAttribute("aria-invalid", "true");
        ghost.types("logout");
        assertThat(ann.name()).isFocused();
        type(ann, "anna", "Enter");
        assertThat(ann.state()).hasText("Connected as anna");
        assertThat(ann.text()).hasValue("only for you");
        assertThat(ann.to()).hasValue("bob");
    }

    @Test
    void aServerThatFallsSilentIsLost() {
        ChatTab ann = new ChatTab(tabs.open(site));
        ann.page().clock().install();
        ann.page()
                .routeWebSocket(
                        url -> true,
                        socket -> socket.onMessage(frame -> {
                            if (frame.text().startsWith("login")) {
                                socket.send(ChatSite.response("[SYSTEM INFO] - [ann] login to chat."));
                            }
                        }));
        ann.page().reload();
        type(ann, "ann", "Enter");
        assertThat(ann.state()).hasText("Connected as ann");
        ann.page().clock().fastForward("00:31");
        assertThat(ann.state()).hasText("Connected as ann");
        ann.page().clock().fastForward("00:11");
        assertThat(ann.state()).hasText(LOST);
    }

    @Test
    void whatIsForOneNeverGoesToAllWhenThatOneLeaves() {
        ChatTab ann = tabs.join(site, "ann");
        Typist bob = site.typist("bob");
        ann.person("bob").click();
        bob.types("logout");
        assertThat(ann.people()).hasCount(1);
        ann.say("our secret");
        assertThat(ann.log()).containsText("Not done: [bob] not found!");
        assertThat(ann.messages()).hasCount(0);
        assertThat(ann.text()).hasValue("our secret");
    }

    @Test
    void newMessagesDoNotMoveAReaderWhoLooksAtOldOnes() {
        ChatTab ann = tabs.join(site, "ann");
        Typist bob = site.typist("bob");
        for (int i = 0; i < 60; i++) {
            bob.types("msgall line " + i);
        }
        assertThat(ann.messages().last()).isInViewport();
        Locator newer = ann.button("New messages ↓");
        assertThat(newer).isHidden();
        ann.log().evaluate("log => log.scrollTop = 0");
        bob.types("msgall news");
        assertThat(newer).isVisible();
        assertThat(ann.messages().first()).isInViewport();
        newer.click();
        assertThat(ann.messages().last()).isInViewport();
        assertThat(newer).isHidden();
    }

    @Test
    void oldMessagesGo() {
        ChatTab ann = tabs.join(site, "ann");
        Typist bob = site.typist("bob");
        for (int i = 1; i <= 700; i++) {
            bob.types("msgall line " + i);
        }
        assertThat(ann.messages().last()).containsText("line 700");
        assertThat(ann.messages()).hasCount(500, new HasCountOptions().setTimeout(PATIENCE));
        assertThat(ann.messages().last()).isInViewport();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1400})
    void aLongWordBreaksAndNotThePage(int width) {
        ChatTab ann = tabs.join(site, "ann");
        ann.page().setViewportSize(width, 740);
        site.typist("b".repeat(25))
                .types("msgall " + "x".repeat(ChatSite.MAX_TEXT))
                .types("msg ann " + "y ".repeat(249));
        assertThat(ann.messages()).hasCount(2);
        assertThat(ann.text()).isInViewport();
        assertThat(overflow(ann, "html")).isZero();
        assertThat(overflow(ann, "#log")).isZero();
    }

    private static int overflow(ChatTab tab, String place) {
        return (int) tab.page().locator(place).evaluate("place => place.scrollWidth - place.clientWidth");
    }

    @Test
    void aDarkSystemHasADarkPage() {
        ChatTab ann = tabs.join(site, "ann");
        Object light = ground(ann);
        ann.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(ground(ann)).isNotEqualTo(light);
    }

    private static Object ground(ChatTab tab) {
        return tab.page().evaluate("getComputedStyle(document.body).backgroundColor");
    }
}
