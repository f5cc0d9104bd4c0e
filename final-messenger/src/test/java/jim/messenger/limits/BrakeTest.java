package jim.messenger.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jim.engine.Cause;
import jim.engine.Connection;
import jim.engine.ConnectionListener;
import jim.engine.EngineOptions;
import jim.engine.selector.SelectorEngine;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.protocol.JsonFraming;
import jim.testkit.ScriptedPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A connection that is kept unread. One loop serves all, so what another peer says shows that the loop has come by. */
@Timeout(30)
final class BrakeTest {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<Brake> brakes = new LinkedBlockingQueue<>();
    private final SelectorEngine engine = new SelectorEngine(
            new EngineOptions(JsonFraming::new, 1_024, () -> Frame.of(""), thrown -> heard.add(thrown.toString())));

    /** Writes down what it hears. */
    private record Scribe(BlockingQueue<String> heard) implements ConnectionListener {
        @Override
        public void onFrame(Frame frame) {
            heard.add(frame.text(0, frame.length()));
        }

        @Override
        public void onFault(JimFault fault) {}

        @Override
        public void onClosed(Cause why) {}
    }

    private ConnectionListener accepted(Connection connection) {
        brakes.add(new Brake(connection));
        return new Scribe(heard);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void onlyTheLastReasonLetsItBeReadAgain() throws Exception {
        InetSocketAddress address =
                engine.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), this::accepted);
        try (ScriptedPeer held = ScriptedPeer.connect(address)) {
            Brake brake = brakes.poll(10, TimeUnit.SECONDS);
            try (ScriptedPeer other = ScriptedPeer.connect(address)) {
                brake.press();
                brake.press();
                held.send("{'a':1}");
                brake.release();
                assertThat(hears(other, "{'b':1}")).isEqualTo("{\"b\":1}");
                assertThat(hears(other, "{'b':2}")).isEqualTo("{\"b\":2}");
                brake.release();
                assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("{\"a\":1}");
            }
        }
    }

    private String hears(ScriptedPeer from, String json) throws IOException, InterruptedException {
        from.send(json);
        return heard.poll(10, TimeUnit.SECONDS);
    }
}
