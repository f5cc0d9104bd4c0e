package jim.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jim.protocol.JimFault;
import jim.protocol.JimMessage.Msg;
import jim.protocol.Status;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is known by which name, and who gets what. What happens at the same time stands in {@link ChatRacesTest}. */
final class ChatTest {
    private final Chat chat = new Chat();
    private final Inbox ann = new Inbox();
    private final Inbox bob = new Inbox();
    private final Inbox eve = new Inbox();

    @BeforeEach
    void annAndBobAreOnline() {
        assertThat(chat.login("Ann", ann)).isTrue();
        assertThat(chat.login("bob", bob)).isTrue();
    }

    @Test
    void aNameThatIsInUseIsRefusedRegardlessOfCase() {
        assertThat(chat.login("Ann", eve)).isFalse();
        assertThat(chat.login("aNN", eve)).isFalse();
    }

    @Test
    void aNameInAnotherScriptIsUniqueRegardlessOfCaseToo() {
        assertThat(chat.login("Аня", eve)).isTrue();
        assertThat(chat.login("аНЯ", new Inbox())).isFalse();
    }

    @Test
    void theHolderMayTakeItsNameAgain() {
        assertThat(chat.login("Ann", ann)).isTrue();
        assertThat(chat.names()).containsExactly("Ann", "bob");
    }

    @Test
    void aNameIsFreeTheMomentItsHolderLeaves() {
        chat.logout("ANN", ann);
        assertThat(chat.names()).containsExactly("bob");
        assertThat(chat.login("ann", eve)).isTrue();
    }

    @Test
    void nobodyButItsHolderCanGiveANameBack() {
        chat.logout("Ann", eve);
        chat.logout("Ann", bob);
        assertThat(chat.login("ann", eve)).isFalse();
    }

    @Test
    void aLateLogoutDoesNotTakeTheNameFromItsNextHolder() {
        chat.logout("Ann", ann);
        chat.login("Ann", eve);
        chat.logout("Ann", ann);
        assertThat(chat.names()).containsExactly("Ann", "bob");
    }

    @Test
    void namesStandInTheOrderOfTheAlphabetAsTheyWereWritten() {
        chat.login("Cid", eve);
        chat.login("Аня", new Inbox());
        assertThat(chat.names()).containsExactly("Ann", "bob", "Cid", "Аня");
    }

    @Test
    void aMessageReachesItsAddresseeAlone() throws JimFault {
        chat.login("eve", eve);
        chat.toPerson(new Msg("bob", "Ann", "hi"));
        assertThat(bob.texts()).containsExactly("hi");
        assertThat(ann.texts()).isEmpty();
        assertThat(eve.texts()).isEmpty();
    }

    @Test
    void aMessageCarriesTheNameAsItsAddresseeWritesItAndAllElseUnchanged() throws JimFault {
        chat.toPerson(new Msg("aNN", "bob", "hi", "utf-8", 7.5));
        assertThat(ann.messages()).containsExactly(new Msg("Ann", "bob", "hi", "utf-8", 7.5));
    }

    @Test
    void aPersonMayWriteToItself() throws JimFault {
        chat.toPerson(new Msg("Ann", "Ann", "note"));
        assertThat(ann.texts()).containsExactly("note");
    }

    @Test
    void aStrangerIsNotFoundAndTheNearNameIsSaid() {
        assertRefused(Status.NOT_FOUND, "nobody called 'bop' is here, did you mean 'bob'?", () -> say("bop"));
        assertRefused(Status.NOT_FOUND, "nobody called 'an' is here, did you mean 'Ann'?", () -> say("an"));
        assertRefused(Status.NOT_FOUND, "nobody called 'zacharias' is here", () -> say("zacharias"));
    }

    @Test
    void whoHasLeftIsNotFound() {
        chat.logout("bob", bob);
        assertRefused(Status.NOT_FOUND, "nobody called 'bob' is here", () -> say("bob"));
        assertThat(bob.texts()).isEmpty();
    }

    @Test
    void aMessageToARoomReachesItsMembersButNotItsSender() throws JimFault {
        chat.login("eve", eve);
        chat.join("Ann", "#team");
        chat.join("bob", "#team");
        assertThat(chat.toRoom(new Msg("#team", "Ann", "hi"))).isEqualTo(1);
        assertThat(bob.messages()).containsExactly(new Msg("#team", "Ann", "hi"));
        assertThat(ann.texts()).isEmpty();
        assertThat(eve.texts()).isEmpty();
    }

    @Test
    void aRoomIsTheSameRegardlessOfCase() throws JimFault {
        chat.join("aNN", "#Team");
        chat.join("Bob", "#tEAM");
        assertThat(chat.toRoom(new Msg("#team", "ANN", "hi"))).isEqualTo(1);
        assertThat(chat.names("#TEAM")).containsExactly("Ann", "bob");
    }

    @Test
    void aRoomIsForItsMembersAlone() {
        chat.join("bob", "#team");
        assertRefused(
                Status.FORBIDDEN,
                "you are not in #team, join it first",
                () -> chat.toRoom(new Msg("#team", "Ann", "hi")));
        assertRefused(Status.FORBIDDEN, "you are not in #team", () -> chat.leave("Ann", "#team"));
        assertThat(bob.texts()).isEmpty();
    }

    @Test
    void aRoomThatIsNotThereIsNotFoundAndTheNearOneIsSaid() {
        chat.join("bob", "#team");
        String said = "no room '#teem' is here, did you mean '#team'?";
        assertRefused(Status.NOT_FOUND, said, () -> chat.toRoom(new Msg("#teem", "bob", "hi")));
        assertRefused(Status.NOT_FOUND, said, () -> chat.leave("bob", "#teem"));
        assertRefused(Status.NOT_FOUND, said, () -> chat.names("#teem"));
        assertRefused(Status.NOT_FOUND, "no room '#garden' is here", () -> chat.names("#garden"));
    }

    @Test
    void aNearRoomIsSaidAsItWasFirstWritten() {
        chat.join("bob", "#Team");
        assertRefused(Status.NOT_FOUND, "no room '#teem' is here, did you mean '#Team'?", () -> chat.names("#teem"));
    }

    @Test
    void aRoomRemembersItsMembersWhileTheyAreAway() throws JimFault {
        chat.join("Ann", "#team");
        chat.join("bob", "#team");
        chat.logout("bob", bob);
        assertThat(chat.toRoom(new Msg("#team", "Ann", "are you there?"))).isZero();
        assertThat(chat.names("#team")).containsExactly("Ann");
        chat.login("bob", bob);
        assertThat(chat.toRoom(new Msg("#team", "Ann", "hello again"))).isEqualTo(1);
        assertThat(bob.texts()).containsExactly("hello again");
    }

    @Test
    void whoHasLeftARoomHearsNoMoreOfIt() throws JimFault {
        chat.join("Ann", "#team");
        chat.join("bob", "#team");
        chat.leave("bob", "#team");
        assertThat(chat.toRoom(new Msg("#team", "Ann", "hi"))).isZero();
        assertThat(bob.texts()).isEmpty();
    }

    @Test
    void toJoinTwiceIsToJoinOnce() throws JimFault {
        chat.join("Ann", "#team");
        chat.join("bob", "#team");
        chat.join("bob", "#team");
        chat.toRoom(new Msg("#team", "Ann", "hi"));
        assertThat(bob.texts()).containsExactly("hi");
        chat.leave("bob", "#team");
        assertThat(chat.names("#team")).containsExactly("Ann");
    }

    @Test
    void aRoomWithoutMembersIsForgotten() throws JimFault {
        chat.join("bob", "#team");
        chat.leave("bob", "#team");
        assertRefused(Status.NOT_FOUND, "no room '#team' is here", () -> chat.names("#team"));
    }

    private void say(String to) throws JimFault {
        chat.toPerson(new Msg(to, "Ann", "hi"));
    }

    private static void assertRefused(Status status, String text, ThrowingCallable action) {
        JimFault fault = catchThrowableOfType(JimFault.class, action);
        assertThat(fault).hasMessage(text);
        assertThat(fault.answer().is(status)).isTrue();
        assertThat(fault.closes()).isFalse();
    }
}
