package jim.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jim.protocol.Frame;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.Test;

final class DeadlineStreamTest {
    @Test
    void singleBytesAreReadAsNumbersFrom0To255AndTheEndAsMinus1() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new Socket(listening.getInetAddress(), listening.getLocalPort());
                ScriptedPeer peer = ScriptedPeer.accept(listening)) {
            peer.send(Frame.copyOf(new byte[] {0, 'a', (byte) 255}, 0, 3)).endOutput();
            InputStream in = new DeadlineStream(socket, ScriptedPeer.PATIENCE);
            assertThat(in.read()).isZero();
            assertThat(in.read()).isEqualTo('a');
            assertThat(in.read()).isEqualTo(255);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void afterTheDeadlineNothingIsReadThoughItIsThere() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new Socket(listening.getInetAddress(), listening.getLocalPort());
                ScriptedPeer peer = ScriptedPeer.accept(listening)) {
            peer.send("x");
            InputStream in = new DeadlineStream(socket, Duration.ZERO);
            assertThatExceptionOfType(SocketTimeoutException.class)
                    .isThrownBy(in::read)
                    .withMessage("its 0 s are over");
        }
    }

    @Test
    void theDeadlineIsOneForAllReadsUntilItBeginsAnew() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new Socket(listening.getInetAddress(), listening.getLocalPort());
                ScriptedPeer peer = ScriptedPeer.accept(listening)) {
            DeadlineStream in = new DeadlineStream(socket, Duration.ofMillis(500));
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(in::read);
            peer.send("x");
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(in::read);
            in.restart();
            assertThat(in.read()).isEqualTo('x');
        }
    }

    /** A socket whose other side sends a byte every two seconds, by a clock that only these seconds move. */
    private static final class Drip extends Socket {
        private static final Duration PAUSE = Duration.ofSeconds(2);

        private final List<Integer> timeOuts = new ArrayList<>();
        private long nanos;

        @Override
        public synchronized void setSoTimeout(int millis) {
            timeOuts.add(millis);
        }

        @Override
        public InputStream getInputStream() {
            return new InputStream() {
                @Override
                public int read() {
                    nanos += PAUSE.toNanos();
                    return 'x';
                }

                @Override
                public int read(byte[] bytes, int offset, int length) {
                    bytes[offset] = (byte) read();
                    return 1;
                }
            };
        }
    }

    @Test
    void bytesThatDripDoNotMoveTheDeadline() throws Exception {
        try (Drip drip = new Drip()) {
            InputStream in = new DeadlineStream(drip, Duration.ofSeconds(5), () -> drip.nanos);
            for (int i = 0; i < 3; i++) {
                assertThat(in.read()).isEqualTo('x');
            }
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(in::read);
            assertThat(drip.timeOuts).containsExactly(5_000, 3_000, 1_000);
        }
    }
}
