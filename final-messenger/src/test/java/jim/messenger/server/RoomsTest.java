package jim.messenger.server;

import static jim.messenger.server.Visitor.msg;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jim.logging.LogFile;
import jim.protocol.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Protocol, sections 2 and 4: rooms, and who is there. */
@Timeout(30)
class RoomsTest {
    private static final String JOIN = "{'action':'join','room':'#java'}";
    private static final String LEAVE = "{'action':'leave','room':'#java'}";
    private static final String WHO = "{'action':'who','room':'#java'}";

    private RunningMessenger messenger;
    private Visitor ann;
    private Visitor bob;

    @BeforeEach
    void start() throws IOException {
        messenger = new RunningMessenger();
        ann = messenger.visitor("ann");
        bob = messenger.visitor("bob");
    }

    @AfterEach
    void stop() throws IOException {
        messenger.close();
    }

    @Test
    void everyMemberButTheSenderGetsAMessageToARoom() throws IOException {
        Visitor eve = messenger.visitor("eve");
        Visitor zoe = messenger.visitor("zoe");
        assertThat(ann.ask(JOIN)).isEqualTo(new Response(200, "you are in #java", Map.of()));
        bob.ask(JOIN);
        eve.ask(JOIN);
        assertThat(ann.ask(msg("#java", "ann", "hi")).text()).isEqualTo("delivered to 2 people");
        assertThat(bob.hears().toString()).contains("\"to\":\"#java\"", "\"from\":\"ann\"", "\"message\":\"hi\"");
        assertThat(eve.hearsMessage()).isEqualTo("ann: hi");
        ann.expectNothing();
        zoe.expectNothing();
    }

    @Test
    void aRoomIsOneInAnyCase() throws IOException {
        ann.ask("{'action':'join','room':'#Java'}");
        bob.ask(JOIN);
        assertThat(bob.ask(msg("#JAVA", "bob", "hi")).text()).isEqualTo("delivered to 1 person");
        assertThat(ann.hearsMessage()).isEqualTo("bob: hi");
    }

    @Test
    void toJoinTwiceIsToJoinOnce() throws IOException {
        ann.ask(JOIN);
        bob.ask(JOIN);
        assertThat(bob.ask(JOIN).code()).isEqualTo(200);
        ann.ask(msg("#java", "ann", "hi"));
        assertThat(bob.hearsMessage()).isEqualTo("ann: hi");
        bob.expectNothing();
    }

    @Test
    void whoHasNotJoinedMayNotWriteToARoom() throws IOException {
        ann.ask(JOIN);
        assertThat(bob.ask(msg("#java", "bob", "hi")))
                .isEqualTo(new Response(403, "you are not in #java, join it first", Map.of()));
        ann.expectNothing();
    }

    @Test
    void whoHasLeftARoomHearsItNoMore() throws IOException {
        ann.ask(JOIN);
        bob.ask(JOIN);
        assertThat(bob.ask(LEAVE)).isEqualTo(new Response(200, "you have left #java", Map.of()));
        assertThat(ann.ask(msg("#java", "ann", "hi")).text()).isEqualTo("nobody else is there now");
        bob.expectNothing();
        assertThat(bob.ask(LEAVE)).isEqualTo(new Response(403, "you are not in #java", Map.of()));
    }

    @Test
    void aPersonIsInSoManyRoomsAndInNoMore() throws IOException {
        try (RunningMessenger small = new RunningMessenger(LogFile.none(), MessengerOptions.USUAL.withRooms(2))) {
            Visitor eve = small.visitor("eve");
            for (String room : List.of("#one", "#two", "#TWO")) {
                assertThat(eve.ask(JOIN.replace("#java", room)).code()).isEqualTo(200);
            }
            assertThat(eve.ask(JOIN))
                    .isEqualTo(
                            new Response(400, "you are in 2 rooms, and may be in no more: leave one first", Map.of()));
            assertThat(eve.ask(LEAVE.replace("#java", "#one")).code()).isEqualTo(200);
            assertThat(eve.ask(JOIN).code()).isEqualTo(200);
        }
    }

    @Test
    void aRoomWithoutMembersIsForgotten() throws IOException {
        ann.ask(JOIN);
        ann.ask(LEAVE);
        for (String request : List.of(msg("#java", "ann", "hi"), LEAVE, WHO)) {
            assertThat(ann.ask(request)).isEqualTo(new Response(404, "no room '#java' is here", Map.of()));
        }
    }

    @Test
    void aMistypedRoomLeadsToTheNearOne() throws IOException {
        ann.ask(JOIN);
        assertThat(ann.ask(msg("#jaav", "ann", "hi")).text())
                .isEqualTo("no room '#jaav' is here, did you mean '#java'?");
    }

    @Test
    void aMemberWhoComesBackIsStillAMember() throws IOException {
        ann.ask(JOIN);
        bob.ask(JOIN);
        bob.ask("{'action':'quit'}");
        assertThat(ann.ask(WHO).texts("users")).containsExactly("ann");
        Visitor back = messenger.visitor("bob");
        assertThat(ann.ask(msg("#java", "ann", "hi")).text()).isEqualTo("delivered to 1 person");
        assertThat(back.hearsMessage()).isEqualTo("ann: hi");
    }

    @Test
    void whoIsOnlineIsToldInTheOrderOfTheAlphabet() throws IOException {
        messenger.visitor("Bea");
        messenger.visitor();
        Response answer = bob.ask("{'action':'who'}");
        assertThat(answer)
                .isEqualTo(new Response(200, "3 people online", Map.of("users", List.of("ann", "Bea", "bob"))));
        bob.ask(JOIN);
        assertThat(ann.ask(WHO)).isEqualTo(new Response(200, "1 person online", Map.of("users", List.of("bob"))));
    }

    @Test
    void anAnswerIsNoLongerThanAnObjectMayBeHoweverManyAreOnline() throws IOException {
        for (int i = 0; i < 100; i++) {
            messenger.visitor(longName(i));
        }
        Response answer = ann.ask("{'action':'who'}");
        assertThat(answer.text()).startsWith("102 people online");
        assertThat(answer.texts("users")).startsWith("ann", "bob", longName(0)).hasSizeGreaterThan(50);
    }

    /** A name of as many bytes as a name may have. */
    private static String longName(int number) {
        String digits = String.format("%02d", number);
        return IntStream.range(0, 23).mapToObj(i -> "\ud801\udc00").reduce("", String::concat) + digits;
    }
}
