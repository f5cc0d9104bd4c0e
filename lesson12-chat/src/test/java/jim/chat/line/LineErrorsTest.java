package jim.chat.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is said in this order: no such command, wrong words, wrong moment. */
final class LineErrorsTest {
    private final Party party = new Party();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "hello|unknown command",
                "LOGIN ann|unknown command",
                "Login ann|unknown command",
                " login ann|unknown command",
                "//login ann|unknown command",
                "/|unknown command",
                "' '|unknown command",
                "loginann|unknown command",
                "login\tann|unknown command",
                "login|require username",
                "/login|require username",
                "login a b|overage info",
                "login  ann|overage info",
                "login ann |overage info",
                "logout x|overage info",
                "msg|overage info",
                "msg bob|empty message",
                "msg bob |empty message",
                "msg bob   |empty message",
                "msgall|empty message",
                "msgall |empty message",
                "/msgall|empty message",
                "logout|First login!",
                "msg bob hello|First login!",
                "msgall hello|First login!",
                "whoami|First login!",
                "whoami and more|First login!",
                "userlist|First login!",
                "/userlist|First login!",
                "login bob|Username already taken!",
                "login BOB|Username already taken!",
                "login admin|that cannot be a name: expected a name that is not reserved for the server",
                "login #room|that cannot be a name: expected a letter or digit as its first character",
            })
    void whoIsNotLoggedInIsToldWhatIsWrong(String line, String error) {
        party.guest("bob");

        party.stranger().types(line).assertReads("ERROR [ERROR] - " + error);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "hello|unknown command",
                "login|require username",
                "login a b|overage info",
                "login ann|Already login!",
                "login bob|Already login!",
                "login admin|Already login!",
                "logout x|overage info",
                "logout x y|overage info",
                "msg|overage info",
                "msg bob|empty message",
                "msg nobody|empty message",
                "msgall|empty message",
                "msg nobody hello|[nobody] not found!",
                "msg  bob hello|[] not found!",
                "msg #all hello|[#all] not found!",
            })
    void whoIsLoggedInIsToldWhatIsWrong(String line, String error) {
        Party.Seat bob = party.guest("bob");
        Party.Seat ann = party.guest("ann");
        bob.paper().taken();

        ann.types(line).assertReads("ERROR [ERROR] - " + error);

        bob.assertReads();
    }

    @ParameterizedTest
    @ValueSource(strings = {"msgall ", "msg bob "})
    void aTextThatIsTooLongIsRefusedAndNotCut(String command) {
        Party.Seat bob = party.guest("bob");

        bob.types(command + "x".repeat(101)).assertReads("ERROR [ERROR] - the text is longer than 100 characters");
        bob.types(command + "x".repeat(100));

        assertThat(bob.paper().taken()).allMatch(line -> line.endsWith("x".repeat(100)));
    }
}
