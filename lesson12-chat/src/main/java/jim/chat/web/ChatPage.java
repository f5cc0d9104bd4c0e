package jim.chat.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jim.engine.netty.WebPage;
import jim.engine.netty.WebPages;

/** The page of the chat and its parts, which stand as files beside this class. Read once, and then kept. */
final class ChatPage implements WebPages {
    private static final List<String> PARTS = List.of(
            "chat.css", "chat.js", "composer.js", "elements.js", "lines.js", "link.js", "messages.js", "people.js");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8");

    /** The page may load its own parts and talk to its own server, and nothing else. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cache-Control",
            "no-cache");

    private final Map<String, WebPage> pages = new HashMap<>();

    ChatPage() {
        PARTS.forEach(file -> pages.put("/" + file, page(file)));
        pages.put("/", page("chat.html"));
    }

    @Override
    public Optional<WebPage> at(String path) {
        return Optional.ofNullable(pages.get(path));
    }

    private static WebPage page(String file) {
        String ending = file.substring(file.lastIndexOf('.') + 1);
        return new WebPage(TYPES.get(ending), content(file), HEADERS);
    }

    private static ByteBuffer content(String file) {
        try (InputStream in = ChatPage.class.getResourceAsStream(file)) {
            return ByteBuffer.wrap(in.readAllBytes()).asReadOnlyBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
