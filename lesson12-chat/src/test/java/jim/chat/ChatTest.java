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
        Talk.join(ann, "#team");
        ann.logout();
        loggedOut.isTheAnswerTo(() -> Talk.tell(ann, "bob", "hi"));
        loggedOut.isTheAnswerTo(() -> Talk.tell(ann, "Ann", "hi"));
        loggedOut.isTheAnswerTo(() -> Talk.tellRoom(ann, "#team", "hi"));
        loggedOut.isTheAnswerTo(() -> Talk.tellRoom(ann, "#nowhere", "hi"));
        loggedOut.isTheAnswerTo(() -> ann.tellAll("hi"));
        loggedOut.isTheAnswerTo(() -> Talk.join(ann, "#garden"));
        loggedOut.isTheAnswerTo(() -> Talk.leave(ann, "#team"));
        assertThat(bobsInbox.texts()).isEmpty();
    }

    @Test
    void whoHasLoggedOutCannotSpeakForTheNextHolderOfTheName() throws ChatFault {
        ann.logout();
        chat.login("Ann", evesInbox);
        new Refusal(Kind.LOGGED_OUT, "you are no longer logged in").isTheAnswerTo(() -> Talk.tell(ann, "bob", "hi"));
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
        Talk.tell(ann, "bob", "hi");
        assertThat(bobsInbox.texts()).containsExactly("hi");
        assertThat(annsInbox.texts()).isEmpty();
        assertThat(evesInbox.texts()).isEmpty();
    }

    @Test
    void aMessageCarriesTheNamesAsTheirHoldersWriteThemAndTheTime() throws ChatFault {
        Message delivered = Talk.tell(bob, "aNN", "hi").message();
        assertThat(delivered).isEqualTo(new Message("bob", "Ann", "hi", NOW));
        assertThat(annsInbox.messages()).containsExactly(delivered);
    }

    @Test
    void aPersonMayWriteToItself() throws ChatFault {
        Talk.tell(ann, "Ann", "note");
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
        Talk.join(bob, "#team");
        Talk.join(ann, "#team");
        Talk.tell(ann, "bob", longest);
        Talk.tellRoom(ann, "#team", longest);
        ann.tellAll(longest);
        assertThat(bobsInbox.texts()).containsExactly(longest, longest, longest);
    }

    @Test
    void aTextThatIsOneCodePointTooLongIsRefused() throws ChatFault {
        Refusal tooLong = new Refusal(Kind.TOO_LONG, "the text is longer than 10 characters");
        String text = "x".repeat(MAX_TEXT + 1);
        Talk.join(bob, "#team");
        Talk.join(ann, "#team");
        tooLong.isTheAnswerTo(() -> Talk.tell(ann, "bob", text));
        tooLong.isTheAnswerTo(() -> Talk.tellRoom(ann, "#team", text));
        tooLong.isTheAnswerTo(() -> ann.tellAll(text));
        assertThat(bobsInbox.texts()).isEmpty();
    }

    @Test
    void aStrangerIsNotFoundAndTheNearNameIsSaid() {
        nobody("'bop' is here, did you mean 'bob'?").isTheAnswerTo(() -> Talk.tell(ann, "bop", "hi"));
        nobody("'an' is here, did you mean 'Ann'?").isTheAnswerTo(() -> Talk.tell(bob, "an", "hi"));
        nobody("'zacharias' is here").isTheAnswerTo(() -> Talk.tell(ann, "zacharias", "hi"));
    }

    @Test
    void whoHasLeftIsNotFound() {
        bob.logout();
        nobody("'bob' is here").isTheAnswerTo(() -> Talk.tell(ann, "bob", "hi"));
        assertThat(bobsInbox.texts()).isEmpty();
    }

    private static Refusal nobody(String rest) {
        return new Refusal(Kind.NOBODY, "nobody called " + rest);
    }
}
