package jim.messenger.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import jim.cli.ExitCode;
import jim.messenger.server.RunningMessenger;
import jim.messenger.server.Visitor;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that goes and comes back. */
@Timeout(60)
class ReconnectingTest {
    private static final String GONE =
            "The server is gone (this server stops now, connect again later). Trying to reach it again...";

    @Test
    void theClientConnectsAgainAndIsInItsRoomsAgain() throws IOException {
        RunningMessenger first = new RunningMessenger();
        InetSocketAddress address = first.address();
        try (Person ann = Person.named("ann", address)) {
            ann.types("join #java", "join #go", "leave #go", "join #c");
            ann.reads("You are in #java. Write to it: #java hello", "You are in #go. Write to it: #go hello");
            ann.reads("You have left #go.", "You are in #c. Write to it: #c hello");
            first.close();
            ann.reads(GONE);
            try (RunningMessenger second = RunningMessenger.at(address)) {
                assertThat(second.address()).isEqualTo(address);
                ann.reads("Connected to 127.0.0.1:" + address.getPort() + " as ann.");
                ann.types("who #java").reads("Online: ann");
                ann.types("who #c").reads("Online: ann");
                ann.types("who #go").reads("cannot say who is there: no room '#go' is here.");
                assertThat(ann.leaves()).isEqualTo(ExitCode.OK);
            }
        }
    }

    @Test
    void aNameThatSomebodyElseHasByThenIsSaidToBeTaken() throws IOException {
        RunningMessenger first = new RunningMessenger();
        InetSocketAddress address = first.address();
        try (Person ann = Person.named("ann", address);
                ServerSocket second = takeOver(first)) {
            ann.reads(GONE);
            try (ScriptedPeer client = ScriptedPeer.accept(second)) {
                client.awaitFrame();
                client.send("{'response':409,'error':'taken'}").awaitEnd();
            }
            ann.reads("The server is back, but refuses: taken.");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402})
    void whoIsNotLetInAgainDoesNotTryForEver(int code) throws IOException {
        RunningMessenger first = new RunningMessenger();
        try (Person ann = Person.named("ann", first.address());
                ServerSocket second = takeOver(first)) {
            ann.reads(GONE);
            try (ScriptedPeer client = ScriptedPeer.accept(second)) {
                client.awaitFrame();
                client.send("{'response':" + code + ",'error':'not you'}").awaitEnd();
            }
            ann.reads("the server has ended the visit of ann: not you.");
            assertThat(ann.ends()).isEqualTo(ExitCode.REFUSED);
        }
    }

    /** Stops {@code first} and listens in its place. */
    private static ServerSocket takeOver(RunningMessenger first) throws IOException {
        first.close();
        ServerSocket second = new ServerSocket();
        second.setReuseAddress(true);
        second.bind(first.address());
        return second;
    }

    @Test
    void whoLeavesWhileTheServerIsGoneIsNotHeldUp() throws IOException {
        RunningMessenger first = new RunningMessenger();
        try (Person ann = Person.named("ann", first.address())) {
            first.close();
            ann.reads(GONE).types("3");
            assertThat(ann.leaves()).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void othersReadThatTheNameIsThereAgain() throws IOException {
        RunningMessenger first = new RunningMessenger();
        InetSocketAddress address = first.address();
        try (Person ann = Person.named("ann", address)) {
            first.close();
            ann.reads(GONE);
            try (RunningMessenger second = RunningMessenger.at(address);
                    Visitor bob = second.visitor()) {
                ann.reads("Connected to 127.0.0.1:" + address.getPort() + " as ann.");
                bob.ask("{'action':'presence','user':{'account_name':'bob'}}");
                ann.types("@bob back again").reads("-> bob: delivered");
                assertThat(bob.hearsMessage()).isEqualTo("ann: back again");
            }
        }
    }
}
