package jim.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import jim.chat.ChatFault.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is known by which name, and who gets what. What happens at the same time stands in {@link ChatRacesTest}. */
final class ChatTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final int MAX_TEXT = 10;
    private static final Refusal ANN_IS_IN_USE = inUse("Ann");

    private final List<Throwable> failures = new ArrayList<>();
    private final Chat chat = new Chat(InstantSource.fixed(NOW), MAX_TEXT, failures::add);
    private final Inbox annsInbox = new Inbox();
    private final Inbox bobsInbox = new Inbox();
    private final Inbox evesInbox = new Inbox();
    private Person ann;
    private Person bob;

    private static Refusal inUse(String name) {
        return new Refusal(Kind.NAME_IN_USE, "the name '" + name + "' is in use, choose another");
    }

    @BeforeEach
    void annAndBobAreOnline() throws ChatFault {
        ann = chat.login("Ann", annsInbox);
        bob = chat.login("bob", bobsInbox);
    }

    @Test
    void aNameThatIsInUseIsRefusedRegardlessOfCase() {
        ANN_IS_IN_USE.isTheAnswerTo(() -> chat.login("Ann", evesInbox));
        inUse("aNN").isTheAnswerTo(() -> chat.login("aNN", evesInbox));
        assertThat(chat.names()).containsExactly("Ann", "bob");
    }

    @Test
    void aNameInAnotherScriptIsUniqueRegardlessOfCaseToo() throws ChatFault {
        chat.login("Аня", evesInbox);
        inUse("аНЯ").isTheAnswerTo(() -> chat.login("аНЯ", new Inbox()));
    }

    @Test
    void theHolderCannotTakeItsNameTwice() {
        ANN_IS_IN_USE.isTheAnswerTo(() -> chat.login("Ann", annsInbox));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "-ann", "#team", "admin", "EVERYONE", "ann\u0007", "Аnn"})
    void whatCannotBeANameIsRefused(String name) {
        assertThat(Refusal.of(() -> chat.login(name, evesInbox)).kind()).isEqualTo(Kind.BAD_NAME);
        assertThat(chat.names()).containsExactly("Ann", "bob");
    }

    @Test
    void aBadNameIsRefusedWithWhatWasExpected() {
        new Refusal(Kind.BAD_NAME, "that cannot be a name: expected 1 to 25 characters")
                .isTheAnswerTo(() -> chat.login("a".repeat(26), evesInbox));
    }

    @Test
    void aNameIsFreeTheMomentItsHolderLeaves() throws ChatFault {
        ann.logout();
        assertThat(chat.names()).containsExactly("bob");
        assertThat(chat.login("ANN", evesInbox).name()).isEqualTo("ANN");
    }

    @Test
    void aLateLogoutDoesNotTakeTheNameFromItsNextHolder() throws ChatFault {
        ann.logout();
        chat.login("Ann", evesInbox);
        ann.logout();
        assertThat(chat.names()).containsExactly("Ann", "bob");
    }

    @Test
    void whoHasLoggedOutCanDoNothingMore() throws ChatFault {
        Refusal loggedOut = new Refusal(Kind.LOGGED_OUT, "you are no longer logged in");
        ann.join("#team");
        ann.logout();
        loggedOut.isTheAnswerTo(() -> ann.tell("bob", "hi"));
        loggedOut.isTheAnswerTo(() -> ann.tell("Ann", "hi"));
        loggedOut.isTheAnswerTo(() -> ann.tellRoom("#team", "hi"));
        loggedOut.isTheAnswerTo(() -> ann.tellRoom("#nowhere", "hi"));
        loggedOut.isTheAnswerTo(() -> ann.tellAll("hi"));
        loggedOut.isTheAnswerTo(() -> ann.join("#garden"));
        loggedOut.isTheAnswerTo(() -> ann.leave("#team"));
        assertThat(bobsInbox.texts()).isEmpty();
    }

    @Test
    void whoHasLoggedOutCannotSpeakForTheNextHolderOfTheName() throws ChatFault {
        ann.logout();
        chat.login("Ann", evesInbox);
        new Refusal(Kind.LOGGED_OUT, "you are no longer logged in").isTheAnswerTo(() -> ann.tell("bob", "hi"));
        assertThat(bobsInbox.texts()).isEmpty();
    }

    @Test
    void namesStandInTheOrderOfTheAlphabetAsTheyWereWritten() throws ChatFault {
        chat.login("Cid", evesInbox);
        chat.login("Аня", new Inbox());
        assertThat(chat.names()).containsExactly("Ann", "bob", "Cid", "Аня");
    }

    @Test
    void aMessageReachesItsAddresseeAlone() throws ChatFault {
        chat.login("eve", evesInbox);
        ann.tell("bob", "hi");
        assertThat(bobsInbox.texts()).containsExactly("hi");
        assertThat(annsInbox.texts()).isEmpty();
        assertThat(evesInbox.texts()).isEmpty();
    }

    @Test
    void aMessageCarriesTheNamesAsTheirHoldersWriteThemAndTheTime() throws ChatFault {
        Message delivered = bob.tell("aNN", "hi");
        assertThat(delivered).isEqualTo(new Message("bob", "Ann", "hi", NOW));
        assertThat(annsInbox.messages()).containsExactly(delivered);
    }

    @Test
    void aPersonMayWriteToItself() throws ChatFault {
        ann.tell("Ann", "note");
        assertThat(annsInbox.texts()).containsExactly("note");
    }

    @Test
    void whatIsSaidToAllReachesAllTheSpeakerToo() throws ChatFault {
        ann.tellAll("hi");
        assertThat(annsInbox.messages())
                .containsExactly(new Message("Ann", Message.EVERYONE, "hi", NOW))
                .isEqualTo(bobsInbox.messages());
    }

    @Test
    void whatIsSaidToAllReachesThoseWhoAreOnlineAtThatMoment() throws ChatFault {
        ann.tellAll("one");
        chat.login("eve", evesInbox);
        bob.logout();
        ann.tellAll("two");
        assertThat(bobsInbox.texts()).containsExactly("one");
        assertThat(evesInbox.texts()).containsExactly("two");
    }

    @Test
    void aTextMayBeAsLongAsTheLimitInCodePoints() throws ChatFault {
        String longest = "😀".repeat(MAX_TEXT);
        bob.join("#team");
        ann.join("#team");
        ann.tell("bob", longest);
        ann.tellRoom("#team", longest);
        ann.tellAll(longest);
        assertThat(bobsInbox.texts()).containsExactly(longest, longest, longest);
    }

    @Test
    void aTextThatIsOneCodePointTooLongIsRefused() throws ChatFault {
        Refusal tooLong = new Refusal(Kind.TOO_LONG, "the text is longer than 10 characters");
        String text = "x".repeat(MAX_TEXT + 1);
        bob.join("#team");
        ann.join("#team");
        tooLong.isTheAnswerTo(() -> ann.tell("bob", text));
        tooLong.isTheAnswerTo(() -> ann.tellRoom("#team", text));
        tooLong.isTheAnswerTo(() -> ann.tellAll(text));
        assertThat(bobsInbox.texts()).isEmpty();
    }

    @Test
    void aStrangerIsNotFoundAndTheNearNameIsSaid() {
        nobody("'bop' is here, did you mean 'bob'?").isTheAnswerTo(() -> ann.tell("bop", "hi"));
        nobody("'an' is here, did you mean 'Ann'?").isTheAnswerTo(() -> bob.tell("an", "hi"));
        nobody("'zacharias' is here").isTheAnswerTo(() -> ann.tell("zacharias", "hi"));
    }

    @Test
    void whoHasLeftIsNotFound() {
        bob.logout();
        nobody("'bob' is here").isTheAnswerTo(() -> ann.tell("bob", "hi"));
        assertThat(bobsInbox.texts()).isEmpty();
    }

    private static Refusal nobody(String rest) {
        return new Refusal(Kind.NOBODY, "nobody called " + rest);
    }
}
