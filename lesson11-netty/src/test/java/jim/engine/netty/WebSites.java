package jim.engine.netty;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jim.engine.Heard;
import jim.engine.RunningEngine;
import jim.protocol.JsonFraming;

/** Web servers for tests. */
final class WebSites {
    static final String PATH = "/jim";
    static final String PAGE = "<p>Good day.</p>\n";
    static final Heard.Reaction ECHO = (frame, connection) -> connection.send(frame);
    static final Heard.Reaction SILENT = (frame, connection) -> {};
    static final int ROOMY = 1 << 20;

    private WebSites() {}

    /** One with a page at {@code /}, which bears a peer for so long. */
    static Web site(Duration patience) {
        WebPage page = new WebPage(
                "text/html; charset=utf-8", ByteBuffer.wrap(PAGE.getBytes(UTF_8)), Map.of("X-Frame-Options", "DENY"));
        return new Web(
                PATH,
                Set.of("chat.example"),
                path -> Optional.of(page).filter(any -> path.equals("/")),
                JsonFraming.MAX_BYTES,
                patience);
    }

    static RunningEngine running(int outboxBytes, Heard.Reaction reaction) throws IOException {
        Web site = site(Duration.ofSeconds(10));
        return new RunningEngine(options -> NettyEngine.web(options, site), outboxBytes, reaction);
    }

    static RunningEngine echo() throws IOException {
        return running(ROOMY, ECHO);
    }

    static URI uri(String scheme, RunningEngine engine, String path) {
        return URI.create(scheme + "://localhost:" + engine.address().getPort() + path);
    }
}
