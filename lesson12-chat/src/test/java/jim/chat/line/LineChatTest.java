package jim.chat.line;

import static org.assertj.core.api.Assertions.assertThat;

import jim.chat.line.Party.Seat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reads what. */
final class LineChatTest {
    private static final String ANN_CAME = "SYSTEM [SYSTEM INFO] - [ann] login to chat.";
    private static final String ANN_WENT = "SYSTEM [SYSTEM INFO] - [ann] logout from chat.";

    private final Party party = new Party();
    private final Seat bob = party.guest("bob");

    private Seat ann() {
        Seat ann = party.guest("ann");
        bob.assertReads(ANN_CAME);
        return ann;
    }

    @ParameterizedTest
    @CsvSource({"login ann", "/login ann"})
    void aLoginIsHeardByAllWhoAreLoggedIn(String line) {
        Seat stranger = party.stranger();

        party.stranger().types(line).assertReads(ANN_CAME);

        bob.assertReads(ANN_CAME);
        stranger.assertReads();
    }

    @Test
    void aMessageIsReadByItsSenderAndByTheOneItNames() {
        Seat ann = ann();
        Seat eve = party.guest("eve");
        ann.paper().taken();
        bob.paper().taken();

        ann.types("msg bob how are you?").assertReads("PRIVATE [12:00:00][ann][->][bob]: how are you?");

        bob.assertReads("PRIVATE [12:00:00][ann][->][bob]: how are you?");
        eve.assertReads();
    }

    @Test
    void whatComesAfterALogoutIsNotDone() {
        Seat ann = ann();
        ann.types("logout", "login ann", "msgall still here").assertReads(ANN_WENT, Paper.END);
        bob.assertReads(ANN_WENT);
    }

    @Test
    void whoHasNotLoggedInByNowCannotAnyMore() {
        Seat stranger = party.stranger();
        stranger.guest().endUnlessOnline("too late");
        stranger.guest().endUnlessOnline("too late");
        stranger.types("login ann").assertReads("ERROR [ERROR] - too late", Paper.END);
        bob.assertReads();
    }

    @Test
    void whoHasLoggedInMayStay() {
        Seat ann = ann();
        ann.guest().endUnlessOnline("too late");
        ann.types("/whoami").assertReads("INFO ann");
    }

    @Test
    void aMessageToOneselfIsReadTwice() {
        String said = "PRIVATE [12:00:00][bob][->][bob]: milk";

        bob.types("msg bob milk").assertReads(said, said);
    }

    @Test
    void aNameIsShownAsItsOwnerWritesIt() {
        bob.types("/msg BOB hi")
                .paper()
                .taken()
                .forEach(line -> assertThat(line).contains("[->][bob]: hi"));
    }

    @Test
    void aMessageToAllIsReadByAllWhoAreLoggedIn() {
        Seat ann = ann();
        Seat stranger = party.stranger();

        ann.types("msgall good morning").assertReads("MESSAGE [12:00:00][ann]: good morning");

        bob.assertReads("MESSAGE [12:00:00][ann]: good morning");
        stranger.assertReads();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"a: b: c", " two  spaces ", "[12:00:00][eve]: hi", "/logout", "добрый день", "tab\there"})
    void aTextIsNeitherCutNorChanged(String text) {
        bob.types("msgall " + text).assertReads("MESSAGE [12:00:00][bob]: " + text);
        bob.types("msg bob " + text)
                .paper()
                .taken()
                .forEach(line -> assertThat(line).endsWith("[bob]: " + text));
    }

    @ParameterizedTest
    @CsvSource({
        "whoami,[INFO] - bob",
        "whoami and more,[INFO] - bob",
        "/whoami,bob",
        "/whoami and more,bob",
    })
    void whoamiSaysTheName(String line, String answer) {
        bob.types(line).assertReads("INFO " + answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "userlist|[INFO] - ['bob', 'ann', 'Ali']",
                "userlist and more|[INFO] - ['bob', 'ann', 'Ali']",
                "/userlist|['bob', 'ann', 'Ali']",
            })
    void userlistHasTheNamesInTheOrderOfLoggingIn(String line, String answer) {
        party.guest("ann");
        party.guest("Ali");
        bob.paper().taken();

        bob.types(line).assertReads("INFO " + answer);
    }

    @Test
    void theListLosesThoseWhoGoAndHasWhoComesAgainAtItsEnd() {
        ann().types("logout");
        party.guest("eve");
        party.guest("ann");
        bob.paper().taken();

        bob.types("/userlist").assertReads("INFO ['bob', 'eve', 'ann']");
    }

    @Test
    void aLogoutIsHeardByAllAndEndsTheScreen() {
        ann().types("logout").assertReads(ANN_WENT, Paper.END);

        bob.assertReads(ANN_WENT);
    }

    @Test
    void whoHangsUpIsHeardToGoOnce() {
        Seat ann = ann();

        ann.guest().leave();
        ann.guest().leave();

        bob.assertReads(ANN_WENT);
    }

    @Test
    void whoHasLoggedOutIsNotHeardToGoAgain() {
        ann().types("logout").guest().leave();

        bob.assertReads(ANN_WENT);
    }

    @Test
    void aStrangerWhoHangsUpIsNotHeard() {
        party.stranger().guest().leave();

        bob.assertReads();
    }

    @Test
    void aNameIsFreeWhenItsOwnerHasGone() {
        ann().guest().leave();
        bob.assertReads(ANN_WENT);

        party.stranger().types("login ann").assertReads(ANN_CAME);
    }

    @Test
    void anEmptyLineIsNothing() {
        bob.types("", "").assertReads();
        party.stranger().types("").assertReads();
    }
}
