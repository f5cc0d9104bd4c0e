package jim.messenger.server;

import static jim.messenger.server.Visitor.msg;
import static jim.messenger.server.Visitor.presence;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import jim.protocol.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Protocol, section 4: what is kept for whom, and when they get it. */
@Timeout(60)
class MailboxTest {
    private static final String JOIN = "{'action':'join','room':'#java'}";
    private static final String EXTENDED = "'ext':[]";
    /** 2,000 bytes. */
    private static final String LONG_TEXT = "\ud834\udd1e".repeat(500);

    private RunningMessenger messenger;
    private Visitor ann;

    @BeforeEach
    void start() throws IOException {
        messenger = new RunningMessenger();
        ann = messenger.visitor("ann", EXTENDED);
    }

    @AfterEach
    void stop() throws IOException {
        messenger.close();
    }

    private void isAway(String name) throws IOException {
        messenger.visitor(name, EXTENDED).quit();
    }

    private void keep(int count, String text) throws IOException {
        for (int i = 0; i < count; i++) {
            ann.say(msg("bob", "ann", text + i));
        }
        for (int i = 0; i < count; i++) {
            assertThat(ann.answer().code()).isEqualTo(202);
        }
    }

    @Test
    void whatWasKeptComesOnceInOrderAfterTheAnswerToTheLogin() throws IOException {
        isAway("bob");
        keep(100, "m");
        Visitor bob = messenger.visitor("bob", EXTENDED);
        for (int i = 0; i < 100; i++) {
            assertThat(bob.hearsMessage()).isEqualTo("ann: m" + i);
        }
        bob.expectNothing();
        bob.quit();
        messenger.visitor("bob", EXTENDED).expectNothing();
    }

    @Test
    void aMailboxHoldsAThousandMessagesAndTakesMoreWhenTheyHaveBeenRead() throws IOException {
        isAway("bob");
        keep(1_000, "m");
        assertThat(ann.ask(msg("bob", "ann", "one too many")))
                .isEqualTo(new Response(410, "the mailbox of bob is full, try again when bob has been here", Map.of()));
        Visitor bob = messenger.visitor("bob", EXTENDED);
        for (int i = 0; i < 1_000; i++) {
            assertThat(bob.hearsMessage()).isEqualTo("ann: m" + i);
        }
        bob.expectNothing();
        bob.quit();
        keep(1_000, "again");
        assertThat(ann.ask(msg("bob", "ann", "one too many")).code()).isEqualTo(410);
    }

    @Test
    void aMailboxHoldsAMebibyteOfText() throws IOException {
        isAway("bob");
        int whole = (1 << 20) / 2_000;
        for (int i = 0; i < whole; i++) {
            assertThat(ann.ask(msg("bob", "ann", LONG_TEXT)).code()).isEqualTo(202);
        }
        assertThat(ann.ask(msg("bob", "ann", LONG_TEXT)).code()).isEqualTo(410);
        String rest = "x".repeat((1 << 20) - whole * 2_000 - 100);
        assertThat(ann.ask(msg("bob", "ann", rest)).code()).isEqualTo(202);
        assertThat(ann.ask(msg("bob", "ann", "x".repeat(101))).code()).isEqualTo(410);
        assertThat(ann.ask(msg("bob", "ann", "x".repeat(100))).code()).isEqualTo(202);
        assertThat(ann.ask(msg("bob", "ann", "x")).code()).isEqualTo(410);
    }

    @Test
    void whatIsSaidInARoomIsKeptForMembersWhoAreAway() throws IOException {
        Visitor eve = messenger.visitor("eve", EXTENDED);
        Visitor bob = messenger.visitor("bob", EXTENDED);
        ann.ask(JOIN);
        eve.ask(JOIN);
        bob.ask(JOIN);
        bob.quit();
        assertThat(ann.ask(msg("#java", "ann", "one")).code()).isEqualTo(200);
        assertThat(eve.hearsMessage()).isEqualTo("ann: one");
        assertThat(eve.ask(msg("bob", "eve", "two")).code()).isEqualTo(202);
        assertThat(ann.ask(msg("#java", "ann", "three")).text()).isEqualTo("delivered to 1 person, kept for 1 person");
        Visitor back = messenger.visitor("bob", EXTENDED);
        assertThat(back.hears().toString()).contains("\"to\":\"#java\"", "\"message\":\"one\"");
        assertThat(back.hearsMessage()).isEqualTo("eve: two");
        assertThat(back.hearsMessage()).isEqualTo("ann: three");
        back.expectNothing();
    }

    @Test
    void aFullMailboxKeepsNobodyElseFromWhatIsSaidInARoom() throws IOException {
        Visitor bob = messenger.visitor("bob", EXTENDED);
        Visitor eve = messenger.visitor("eve", EXTENDED);
        bob.ask(JOIN);
        eve.ask(JOIN);
        ann.ask(JOIN);
        bob.quit();
        keep(1_000, "m");
        assertThat(ann.ask(msg("#java", "ann", "hi")).text())
                .isEqualTo("delivered to 1 person, not kept for 1 person with a full mailbox");
        assertThat(eve.hearsMessage()).isEqualTo("ann: hi");
    }

    @Test
    void aMessageToOneselfComesOnce() throws IOException {
        ann.say(msg("ann", "ann", "note"));
        assertThat(ann.hearsMessage()).isEqualTo("ann: note");
        assertThat(ann.answer().code()).isEqualTo(200);
        ann.quit();
        messenger.visitor("ann", EXTENDED).expectNothing();
    }

    @Test
    void aMistypedNameLeadsToSomebodyWhoIsAway() throws IOException {
        isAway("Barbara");
        assertThat(ann.ask(msg("barabra", "ann", "hi")).text())
                .isEqualTo("nobody called 'barabra' is here, did you mean 'Barbara'?");
    }

    /** The store is asked for sixteen at a time: what comes just when it has no more is easily overlooked. */
    @Test
    void nothingIsLostThatComesWhileOldMessagesAreHandedOver() throws IOException {
        isAway("bob");
        for (int round = 0; round < 40; round++) {
            keep(16, round + ".");
            Visitor bob = messenger.visitor().say(presence("bob", EXTENDED));
            for (int i = 16; i < 24; i++) {
                ann.say(msg("bob", "ann", round + "." + i));
            }
            assertThat(bob.answer().code()).isEqualTo(200);
            for (int i = 0; i < 24; i++) {
                assertThat(bob.hearsMessage()).isEqualTo("ann: " + round + "." + i);
            }
            for (int i = 16; i < 24; i++) {
                assertThat(ann.answer().code()).isIn(200, 202);
            }
            bob.quit();
        }
    }
}
