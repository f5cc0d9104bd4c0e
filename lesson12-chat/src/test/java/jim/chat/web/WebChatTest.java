package jim.chat.web;

import static jim.chat.web.ChatSite.response;
import static org.assertj.core.api.Assertions.assertThat;

import jim.engine.netty.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser says and hears. */
final class WebChatTest {
    @Test
    void browsersAndOthersShareOneChat() throws Exception {
        try (ChatSite site = ChatSite.open()) {
            Typist carl = site.typist("carl");
            Browser ann = site.browser("ann");
            Browser bob = site.browser("bob");
            assertThat(ann.awaitMessage()).isEqualTo(response("[SYSTEM INFO] - [bob] login to chat."));

            bob.send("msgall good day");
            assertThat(ann.awaitMessage()).isEqualTo(response("[12:00:00][bob]: good day"));
            carl.awaitLine("[SYSTEM INFO] - [ann] login to chat.")
                    .awaitLine("[SYSTEM INFO] - [bob] login to chat.")
                    .awaitLine("[12:00:00][bob]: good day")
                    .types("msg ann only you");
            assertThat(ann.awaitMessage()).isEqualTo(response("[12:00:00][carl][->][ann]: only you"));

            assertThat(bob.awaitMessage()).isEqualTo(response("[12:00:00][bob]: good day"));
            assertThat(bob.send("whoami").awaitMessage()).isEqualTo(response("[INFO] - bob"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"userlist", "/userlist"})
    void theListOfPeopleIsAListOfNames(String command) throws Exception {
        try (ChatSite site = ChatSite.open()) {
            site.typist("Zoe");
            Browser ann = site.browser("ann").send(command);
            assertThat(ann.awaitMessage()).isEqualTo("{\"action\":\"list\",\"message\":[\"Zoe\",\"ann\"]}");
        }
    }

    @Test
    void whoClosesThePageHasLeft() throws Exception {
        try (ChatSite site = ChatSite.open()) {
            Typist carl = site.typist("carl");
            site.browser("ann").close(1001);
            carl.awaitLine("[SYSTEM INFO] - [ann] login to chat.").awaitLine("[SYSTEM INFO] - [ann] logout from chat.");
        }
    }

    @Test
    void aLogoutIsHeardAndClosesTheWebSocket() throws Exception {
        try (ChatSite site = ChatSite.open()) {
            Browser ann = site.browser("ann").send("logout");
            assertThat(ann.awaitMessage()).isEqualTo(response("[SYSTEM INFO] - [ann] logout from chat."));
            assertThat(ann.awaitClose()).isEqualTo(1000);
        }
    }

    @Test
    void aFaultIsAnsweredAndTheConnectionLives() throws Exception {
        try (ChatSite site = ChatSite.open()) {
            Browser ann = site.browser("ann").send("dance");
            assertThat(ann.awaitMessage()).isEqualTo(response("[ERROR] - unknown command"));
            assertThat(ann.send("whoami").awaitMessage()).isEqualTo(response("[INFO] - ann"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aMessageIsOneLine(String end) throws Exception {
        try (ChatSite site = ChatSite.open()) {
            Browser ann = site.browser("ann").send("msgall one" + end + "msgall two");
            assertThat(ann.awaitMessage()).isEqualTo(response("[ERROR] - expected one line in each message"));
            ann.send("msgall three" + end);
            assertThat(ann.awaitMessage()).isEqualTo(response("[12:00:00][ann]: three"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void anEmptyMessageIsNothing(String empty) throws Exception {
        try (ChatSite site = ChatSite.open()) {
            Browser ann = site.browser("ann").send(empty).send(empty).send("whoami");
            assertThat(ann.awaitMessage()).isEqualTo(response("[INFO] - ann"));
        }
    }

    @ParameterizedTest
    @CsvSource({"<b>bold</b>,<b>bold</b>", "добрый день 🙂,добрый день 🙂", "\"quoted\" \\,\\\"quoted\\\" \\\\"})
    void aTextIsCarriedAsItIs(String text, String asJson) throws Exception {
        try (ChatSite site = ChatSite.open()) {
            Browser ann = site.browser("ann").send("msgall " + text);
            assertThat(ann.awaitMessage()).isEqualTo(response("[12:00:00][ann]: " + asJson));
        }
    }
}
