package jim.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import jim.telemetry.Verdict.Accepted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class SourceLinkTest {
    @Test
    void after65535TheNumbersBeginAgain() throws IOException {
        try (RunningServer server = new RunningServer(10);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.sourcePort())) {
            SourceLink link = new SourceLink(socket, "abc");
            for (int sent = 0; sent <= 65_536; sent++) {
                Verdict verdict = link.send(SourceStatus.IDLE, List.of());
                assertThat(verdict)
                        .isEqualTo(new Accepted(new Report(sent % 65_536, "abc", SourceStatus.IDLE, List.of())));
            }
        }
    }
}
