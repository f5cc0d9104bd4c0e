package jim.messenger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jim.messenger.server.Visitor.authenticate;
import static jim.messenger.server.Visitor.msg;
import static jim.messenger.server.Visitor.presence;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import jim.logging.LogFile;
import jim.messenger.identity.Passwords;
import jim.messenger.limits.Limits;
import jim.messenger.store.OperatedStore;
import jim.messenger.store.SqliteStore;
import jim.protocol.Response;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An operator removes accounts, and gives passwords, while the server runs. */
@Timeout(30)
class OperatedAccountTest {
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @TempDir
    Path folder;

    private MessengerServer server;
    private InetSocketAddress jim;

    @BeforeEach
    void start() throws Exception {
        server = new MessengerServer(
                LogFile.none(),
                MessengerOptions.USUAL.withLimits(Limits.NONE),
                SqliteStore.open(folder, InstantSource.system(), why -> {}));
        jim = server.start(ANYWHERE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void secure(String name, String password) throws Exception {
        awaitKept(name);
        try (Passwords passwords = new Passwords();
                OperatedStore store = OperatedStore.open(folder)) {
            store.replace(store.account(name)
                    .withPassword(passwords.hash(password).toCompletableFuture().join()));
        }
    }

    private void remove(String key) throws Exception {
        try (OperatedStore store = OperatedStore.open(folder)) {
            store.remove(key);
        }
    }

    @Test
    void whoIsOnlineIsToldAndLetGoAndTheNameIsInNoRoom() throws Exception {
        try (Visitor ann = Visitor.to(jim).login("ann");
                Visitor bob = Visitor.to(jim).login("bob");
                Visitor again = Visitor.to(jim)) {
            for (Visitor each : List.of(ann, bob)) {
                each.ask("{'action':'join','room':'#team'}");
            }
            remove("bob");
            assertThat(bob.answer().text()).isEqualTo("the account 'bob' has been removed");
            bob.peer().awaitEnd();
            assertThat(ann.ask("{'action':'who','room':'#team'}").texts("users"))
                    .containsExactly("ann");
            assertThat(ann.ask(msg("bob", "ann", "hi")).code()).isEqualTo(404);
            again.login("bob");
            assertThat(again.ask(msg("#team", "bob", "hi")).code()).isEqualTo(403);
        }
    }

    @Test
    void aGuestGivesWayToWhoseThePasswordIs() throws Exception {
        try (Visitor guest = Visitor.to(jim).login("boss");
                Visitor owner = Visitor.to(jim)) {
            secure("boss", "a long secret");
            assertThat(guest.answer())
                    .isEqualTo(new Response(401, "the account 'boss' has a new password, log in with it", Map.of()));
            guest.peer().awaitEnd();
            assertThat(owner.ask(authenticate("boss", "a long secret")).code()).isEqualTo(200);
        }
    }

    @Test
    void whoCameWithTheOldPasswordIsLetGoWhenThereIsANewOne() throws Exception {
        try (Visitor old = Visitor.to(jim);
                Visitor owner = Visitor.to(jim)) {
            assertThat(old.ask(authenticate("ann", "seen by others")).code()).isEqualTo(201);
            secure("ann", "a long secret");
            assertThat(old.answer().code()).isEqualTo(401);
            assertThat(owner.ask(authenticate("ann", "seen by others")).code()).isEqualTo(402);
            assertThat(owner.ask(authenticate("ann", "a long secret")).code()).isEqualTo(200);
        }
    }

    @Test
    void aClientOfTheCourseIsLetGoWithoutAWord() throws Exception {
        try (Visitor bob = Visitor.to(jim)) {
            assertThat(bob.ask(presence("bob", "'time':1")).code()).isEqualTo(200);
            awaitKept("bob");
            remove("bob");
            bob.peer().awaitEnd();
        }
    }

    @Test
    void whoHasComeByTheTextDoorIsToldAndLetGo() throws Exception {
        InetSocketAddress text = server.startText(ANYWHERE);
        try (Socket socket = new Socket(text.getAddress(), text.getPort())) {
            socket.setSoTimeout((int) ScriptedPeer.PATIENCE.toMillis());
            Line tom = Line.ofStream(socket);
            tom.send(List.of("login tom\n".getBytes(UTF_8)));
            assertThat(tom.hear()).contains("[tom] login to chat.");
            awaitKept("tom");
            remove("tom");
            assertThat(tom.hear()).contains("[tom] logout from chat.");
            assertThat(tom.hear()).contains("the account 'tom' has been removed");
            assertThat(tom.hear()).isNull();
        }
    }

    /** A guest's account is written a little later. */
    private void awaitKept(String key) throws Exception {
        boolean isKept = false;
        while (!isKept) {
            try (OperatedStore store = OperatedStore.open(folder)) {
                isKept = store.account(key) != null;
            }
        }
    }
}
