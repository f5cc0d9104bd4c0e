package jim.messenger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import jim.engine.netty.Browser;
import jim.logging.LogFile;
import jim.messenger.store.MemoryStore;
import jim.protocol.Response;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever door people come through, they are the same people (protocol, sections 1 and 7). */
@Timeout(60)
final class DoorsTest {
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final MessengerServer server =
            new MessengerServer(LogFile.none(), MessengerOptions.USUAL, new MemoryStore(InstantSource.system()));
    private Visitor ann;
    private Browser bob;
    private Browser eve;
    private Socket dan;
    private BufferedReader danReads;

    @BeforeEach
    void everybodyComesThroughAnotherDoor() throws Exception {
        ann = Visitor.to(server.start(ANYWHERE)).login("ann");
        InetSocketAddress web = server.startWeb(ANYWHERE);
        bob = Browser.connect(at(web, "/jim")).send(Visitor.presence("bob").replace('\'', '"'));
        assertThat(bob.awaitMessage()).startsWith("{\"response\":200,").endsWith("}");
        eve = Browser.connect(at(web, "/chat")).send("login eve");
        assertThat(eve.awaitMessage()).contains("[eve] login to chat.");
        dan = connect(server.startText(ANYWHERE));
        danReads = new BufferedReader(new InputStreamReader(dan.getInputStream(), UTF_8));
        type("login dan");
        assertThat(danReads.readLine()).contains("[dan] login to chat.");
        assertThat(eve.awaitMessage()).contains("[dan] login to chat.");
    }

    @AfterEach
    void stop() throws IOException {
        ann.close();
        dan.close();
        server.close();
    }

    @Test
    void everybodySeesEverybody() throws Exception {
        assertThat(ann.ask("{'action':'who'}").more().get("users").toString()).isEqualTo("[ann, bob, dan, eve]");
        type("/userlist");
        assertThat(danReads.readLine()).isEqualTo("['ann', 'bob', 'eve', 'dan']");
    }

    @Test
    void aMessageFindsItsWayFromEachDoorToEachOther() throws Exception {
        ann.ask(Visitor.msg("dan", "ann", "by tcp"));
        assertThat(danReads.readLine()).endsWith("[ann][->][dan]: by tcp");
        type("msg bob by telnet");
        assertThat(danReads.readLine()).endsWith("[dan][->][bob]: by telnet");
        assertThat(bob.awaitMessage()).contains("\"to\":\"bob\"", "\"from\":\"dan\"", "\"message\":\"by telnet\"");
        eve.send("msg ann by page");
        assertThat(eve.awaitMessage()).contains("[eve][->][ann]: by page");
        assertThat(ann.hearsMessage()).isEqualTo("eve: by page");
        bob.send(Visitor.msg("eve", "bob", "by websocket").replace('\'', '"'));
        assertThat(bob.awaitMessage()).contains("\"response\":200");
        assertThat(eve.awaitMessage()).contains("[bob][->][eve]: by websocket");
    }

    @Test
    void whoWritesToSomebodyWhoIsAwayIsToldSoAndTheOtherReadsItAtTheNextLogin() throws Exception {
        type("logout");
        assertThat(danReads.readLine()).contains("[dan] logout from chat.");
        assertThat(eve.awaitMessage()).contains("[dan] logout from chat.");
        eve.send("msg dan are you there?");
        assertThat(eve.awaitMessage()).contains("[eve][->][dan]: are you there?");
        assertThat(eve.awaitMessage()).contains("[INFO] - [dan] is away: kept until the next login.");
        try (Socket again = connect((InetSocketAddress) dan.getRemoteSocketAddress())) {
            again.getOutputStream().write("login dan\n".getBytes(UTF_8));
            BufferedReader reads = new BufferedReader(new InputStreamReader(again.getInputStream(), UTF_8));
            assertThat(reads.readLine()).contains("[dan] login to chat.");
            assertThat(reads.readLine()).endsWith("[eve][->][dan]: are you there?");
        }
    }

    @Test
    void aNameThatIsInUseAtOneDoorIsTakenAtAllOthers() throws Exception {
        try (Visitor other = ann.another()) {
            assertThat(other.ask(Visitor.presence("DAN")).code()).isEqualTo(409);
        }
        try (Socket another = connect((InetSocketAddress) dan.getRemoteSocketAddress())) {
            another.getOutputStream().write("login bob\n".getBytes(UTF_8));
            assertThat(new BufferedReader(new InputStreamReader(another.getInputStream(), UTF_8)).readLine())
                    .isEqualTo("[ERROR] - Username already taken!");
        }
    }

    @Test
    void whatIsSaidToAllReachesEverybody() throws Exception {
        type("msgall hello");
        assertThat(danReads.readLine()).endsWith("[dan]: hello");
        assertThat(eve.awaitMessage()).contains("[dan]: hello");
        assertThat(ann.hearsMessage()).isEqualTo("dan: hello");
        assertThat(bob.awaitMessage()).contains("\"to\":\"#all\"", "\"message\":\"hello\"");
    }

    /** Protocol, section 6: a destination that means everyone. */
    @Test
    void aJimClientCanSaySomethingToAllToo() throws Exception {
        assertThat(ann.ask(Visitor.msg("#all", "ann", "hello")))
                .isEqualTo(new Response(200, "said to everyone", Map.of()));
        assertThat(danReads.readLine()).endsWith("[ann]: hello");
        assertThat(eve.awaitMessage()).contains("[ann]: hello");
        assertThat(bob.awaitMessage()).contains("\"to\":\"#all\"", "\"from\":\"ann\"");
        ann.expectNothing();
    }

    private void type(String line) throws IOException {
        dan.getOutputStream().write((line + "\n").getBytes(UTF_8));
    }

    private static Socket connect(InetSocketAddress to) throws IOException {
        Socket socket = new Socket(to.getAddress(), to.getPort());
        socket.setSoTimeout((int) ScriptedPeer.PATIENCE.toMillis());
        return socket;
    }

    private static URI at(InetSocketAddress web, String path) {
        return URI.create("ws://127.0.0.1:" + web.getPort() + path);
    }
}
