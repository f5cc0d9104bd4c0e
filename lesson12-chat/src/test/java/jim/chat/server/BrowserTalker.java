package jim.chat.server;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import jim.engine.netty.Browser;
import jim.protocol.Frame;
import jim.protocol.StrictJson;

/** Somebody in a browser. Reads the names of a list as the page does, and the lines as they are. */
final class BrowserTalker implements Talker {
    private static final int NORMAL = 1000;
    private static final int GOING_AWAY = 1001;
    private static final int DEPTH = 2;

    private final Browser browser;
    /** Whether the last line that was said asks for the bare answer: a list comes without what tells. */
    private boolean bare;

    BrowserTalker(URI at) throws Exception {
        this.browser = Browser.connect(at);
    }

    @Override
    public void say(String line) throws Exception {
        bare = line.startsWith("/");
        browser.send(line);
    }

    @Override
    public String hear() throws Exception {
        Map<String, Object> fields = StrictJson.fields(Frame.of(browser.awaitMessage()), DEPTH);
        if (fields.get("message") instanceof List<?> names) {
            assertThat(fields).isEqualTo(Map.of("action", "list", "message", names));
            return (bare ? "" : "[INFO] - ") + line(names);
        }
        assertThat(fields).containsOnlyKeys("action", "message").containsEntry("action", "response");
        return (String) fields.get("message");
    }

    private static String line(List<?> names) {
        return names.stream().map(name -> "'" + name + "'").collect(joining(", ", "[", "]"));
    }

    @Override
    public void awaitEnd() throws Exception {
        assertThat(browser.awaitClose()).isEqualTo(NORMAL);
        browser.assertSilent();
    }

    @Override
    public void hangUp() throws Exception {
        browser.close(GOING_AWAY);
    }
}
