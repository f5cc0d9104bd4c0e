package jim.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
final class ListeningSocketTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private ListeningSocket listening;

    @BeforeEach
    void listen() throws IOException {
        listening = ListeningSocket.at(ANY_PORT);
    }

    @AfterEach
    void close() throws IOException {
        listening.close();
    }

    @Test
    void eachClientIsGivenToTheDoorWithNoDelay() throws Exception {
        BlockingQueue<Socket> entered = new LinkedBlockingQueue<>();
        accepting(entered::add);
        for (int i = 0; i < 2; i++) {
            try (ScriptedPeer client = connect();
                    Socket accepted = entered.take()) {
                assertThat(accepted.getTcpNoDelay()).isTrue();
                accepted.getOutputStream().write(new byte[] {'{', '}'});
                assertThat(client.awaitFrame().length()).isEqualTo(2);
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void aClientThatCannotBeServedIsClosedAndTheNextOneIsTaken() throws Exception {
        IOException why = new IOException("no");
        accepting(client -> {
            throw why;
        });
        for (int i = 0; i < 2; i++) {
            try (ScriptedPeer client = connect()) {
                client.awaitEnd();
            }
            assertThat(failures.take()).isSameAs(why);
        }
    }

    @Test
    void whenThereIsNoRoomForAThreadTheClientIsClosedAndTheNextOneIsTaken() throws Exception {
        accepting(client -> {
            throw new OutOfMemoryError("unable to create native thread");
        });
        for (int i = 0; i < 2; i++) {
            try (ScriptedPeer client = connect()) {
                client.awaitEnd();
            }
            assertThat(failures.take()).isInstanceOf(OutOfMemoryError.class);
        }
    }

    @Test
    void closingEndsTheAcceptingAndIsNoFailure() throws Exception {
        Thread accepting = accepting(Socket::close);
        try (ScriptedPeer client = connect()) {
            client.awaitEnd();
        }
        listening.close();
        accepting.join();
        assertThat(failures).isEmpty();
        assertThatExceptionOfType(ConnectException.class).isThrownBy(this::connect);
    }

    @Test
    void aPortIsTakenOnceOnly() {
        assertThatExceptionOfType(BindException.class).isThrownBy(() -> ListeningSocket.at(listening.address()));
    }

    @Test
    void aPortIsFreeAtOnceWhenItIsClosedThoughItHadClients() throws Exception {
        Thread accepting = accepting(Socket::close);
        try (ScriptedPeer client = connect()) {
            client.awaitEnd();
        }
        listening.close();
        accepting.join();
        try (ListeningSocket again = ListeningSocket.at(listening.address())) {
            assertThat(again.address()).isEqualTo(listening.address());
        }
    }

    private ScriptedPeer connect() throws IOException {
        return ScriptedPeer.connect(listening.address());
    }

    private Thread accepting(ListeningSocket.Door door) {
        Thread thread = new Thread(() -> listening.accept(door, failures::add), "accept");
        thread.start();
        return thread;
    }
}
