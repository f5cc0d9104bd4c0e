package jim.messenger.server;

import static jim.messenger.server.Visitor.msg;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Map;
import jim.protocol.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol, section 5: marks of messages, and what a client hears that knows nothing of them. */
@Timeout(30)
class TrackingTest {
    private static final String ID = "'ext':['id']";

    private RunningMessenger messenger;
    private Visitor ann;

    @BeforeEach
    void start() throws IOException {
        messenger = new RunningMessenger();
        ann = messenger.visitor("ann", ID);
    }

    @AfterEach
    void stop() throws IOException {
        messenger.close();
    }

    @Test
    void aRepeatIsAnsweredAsTheFirstWasAndDeliveredOnce() throws IOException {
        Visitor bob = messenger.visitor("bob", ID);
        Response first = ann.ask(msg("bob", "ann", "hi", "c1"));
        assertThat(first.code()).isEqualTo(200);
        assertThat(first.more()).containsOnlyKeys("id", "cid").containsEntry("cid", "c1");
        Response again = ann.ask(msg("BOB", "ann", "hi", "c1"));
        assertThat(again).isEqualTo(first.with(Map.of("dup", true)));
        assertThat(bob.hears().get("id").getAsString()).isEqualTo(first.more().get("id"));
        bob.expectNothing();
    }

    @Test
    void theIdOfAnAnswerIsTheMessagesAlthoughTheRequestHasOne() throws IOException {
        Visitor bob = messenger.visitor("bob", ID);
        Response answer = ann.ask("{'action':'msg','to':'bob','from':'ann','message':'hi','id':'mine','cid':'c1'}");
        assertThat(answer.more())
                .containsExactly(Map.entry("id", bob.hears().get("id").getAsString()), Map.entry("cid", "c1"));
    }

    @Test
    void aRepeatIsAnsweredAsTheFirstWasAlthoughTheRecipientHasComeMeanwhile() throws IOException {
        messenger.visitor("bob", ID).quit();
        Response first = ann.ask(msg("bob", "ann", "hi", "c1"));
        assertThat(first.code()).isEqualTo(202);
        Visitor bob = messenger.visitor("bob", ID);
        assertThat(bob.hearsMessage()).isEqualTo("ann: hi");
        assertThat(ann.ask(msg("bob", "ann", "hi", "c1"))).isEqualTo(first.with(Map.of("dup", true)));
        bob.expectNothing();
    }

    @Test
    void aRepeatIsKnownAcrossConnectionsAndInRooms() throws IOException {
        Visitor bob = messenger.visitor("bob", ID);
        bob.ask("{'action':'join','room':'#java'}");
        ann.ask("{'action':'join','room':'#java'}");
        Response first = ann.ask(msg("#java", "ann", "hi", "c1"));
        ann.quit();
        Visitor again = messenger.visitor("Ann", ID);
        assertThat(again.ask(msg("#Java", "ann", "hi", "c1"))).isEqualTo(first.with(Map.of("dup", true)));
        assertThat(bob.hearsMessage()).isEqualTo("ann: hi");
        bob.expectNothing();
    }

    @Test
    void theSameMarkWithAnotherContentIsRefused() throws IOException {
        Visitor bob = messenger.visitor("bob", ID);
        Visitor eve = messenger.visitor("eve", ID);
        ann.ask(msg("bob", "ann", "hi", "c1"));
        assertThat(ann.ask(msg("bob", "ann", "ho", "c1")).code()).isEqualTo(409);
        assertThat(ann.ask(msg("eve", "ann", "hi", "c1")).code()).isEqualTo(409);
        assertThat(ann.ask(msg("bob", "ann", "hi", "c2")).more()).doesNotContainKey("dup");
        assertThat(bob.hearsMessage()).isEqualTo("ann: hi");
        assertThat(bob.hearsMessage()).isEqualTo("ann: hi");
        bob.expectNothing();
        eve.expectNothing();
    }

    @Test
    void markedAlikeByTwoPeopleMessagesAreTwo() throws IOException {
        Visitor bob = messenger.visitor("bob", ID);
        Visitor eve = messenger.visitor("eve", ID);
        assertThat(ann.ask(msg("bob", "ann", "hi", "c1")).code()).isEqualTo(200);
        assertThat(eve.ask(msg("bob", "eve", "hi", "c1")).more()).doesNotContainKey("dup");
        assertThat(bob.hearsMessage()).isEqualTo("ann: hi");
        assertThat(bob.hearsMessage()).isEqualTo("eve: hi");
    }

    @Test
    void aMessageThatWasRefusedMayBeSentAgainWithItsMark() throws IOException {
        assertThat(ann.ask(msg("bob", "ann", "hi", "c1")).code()).isEqualTo(404);
        Visitor bob = messenger.visitor("bob", ID);
        Response second = ann.ask(msg("bob", "ann", "hi", "c1"));
        assertThat(second.code()).isEqualTo(200);
        assertThat(second.more()).doesNotContainKey("dup");
        assertThat(bob.hearsMessage()).isEqualTo("ann: hi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u00e9", "\\n"})
    void aMarkIsOfVisibleAsciiCharacters(String cid) throws IOException {
        assertThat(ann.ask(msg("ann", "ann", "hi", cid)).text()).startsWith("field 'cid'");
    }

    @Test
    void aMarkHasAtMost64Characters() throws IOException {
        messenger.visitor("bob", ID).quit();
        assertThat(ann.ask(msg("bob", "ann", "hi", "c".repeat(64))).code()).isEqualTo(202);
        assertThat(ann.ask(msg("bob", "ann", "hi", "c".repeat(65))).code()).isEqualTo(400);
    }

    @Test
    void theMessagesOfAMailboxAreNumberedWithoutGaps() throws IOException {
        Visitor bob = messenger.visitor("bob", ID);
        bob.ask("{'action':'join','room':'#java'}");
        ann.ask("{'action':'join','room':'#java'}");
        Response direct = ann.ask(msg("bob", "ann", "one"));
        assertIsHeard(bob, 1, direct);
        bob.quit();
        Response inRoom = ann.ask(msg("#java", "ann", "two"));
        Response away = ann.ask(msg("bob", "ann", "three"));
        ann.say(msg("ann", "ann", "another mailbox"));
        Visitor back = messenger.visitor("bob", ID);
        assertIsHeard(back, 2, inRoom);
        assertIsHeard(back, 3, away);
    }

    private static void assertIsHeard(Visitor bob, int seq, Response answer) throws IOException {
        JsonObject heard = bob.hears();
        assertThat(heard.get("seq").getAsInt()).isEqualTo(seq);
        assertThat(heard.get("id").getAsString()).isEqualTo(answer.more().get("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'ext':[]", "'ext':['hist']", "'ext':['ID']", "'after':0"})
    void withoutTheExtensionIdsAreNotSeen(String login) throws IOException {
        Visitor eve = messenger.visitor("eve", login);
        ann.ask(msg("eve", "ann", "hi", "c1"));
        assertThat(eve.hears().keySet()).containsExactlyInAnyOrder("action", "time", "to", "from", "message");
        assertThat(eve.ask(msg("ann", "eve", "hi", "c1")).more()).containsOnlyKeys("cid");
        assertThat(eve.ask(msg("ann", "eve", "ho", "c1")))
                .isEqualTo(new Response(200, "delivered", Map.of("cid", "c1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'action':'ack','seq':1}",
                "{'action':'ack','seq':0}",
                "{'action':'history','with':'ann'}",
                "{'action':'history','room':'#java','limit':1}"
            })
    void whatWasNotGrantedIsRefusedInWords(String request) throws IOException {
        Visitor eve = messenger.visitor("eve");
        ann.ask(msg("eve", "ann", "hi"));
        assertThat(eve.hearsMessage()).isEqualTo("ann: hi");
        Response answer = eve.ask(request);
        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.text()).startsWith("ask for the extension '");
        assertThat(answer.more()).isEmpty();
    }
}
