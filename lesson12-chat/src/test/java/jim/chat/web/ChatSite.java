package jim.chat.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import jim.chat.Chat;
import jim.chat.door.Reception;
import jim.chat.line.LineChat;
import jim.engine.Engine;
import jim.engine.netty.Browser;
import jim.engine.netty.NettyEngine;
import jim.engine.netty.RawWebSocket;
import jim.engine.netty.Web;
import jim.testkit.ScriptedPeer;

/** A chat at noon that is open to browsers, for one test. */
final class ChatSite implements AutoCloseable {
    static final int MAX_TEXT = 500;
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final LineChat chat = new LineChat(new Chat(NOON, MAX_TEXT, failures::add), ZoneOffset.UTC);
    private final Engine engine;
    private final InetSocketAddress address;

    private ChatSite(int port, Web web) throws IOException {
        engine = NettyEngine.web(WebChat.options(failures::add), web);
        address = engine.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), new WebChat(Reception.of(chat)));
    }

    static ChatSite open() throws IOException {
        return at(0);
    }

    static ChatSite at(int port) throws IOException {
        return new ChatSite(port, WebChat.web(Set.of()));
    }

    static ChatSite with(Web web) throws IOException {
        return new ChatSite(0, web);
    }

    int port() {
        return address.getPort();
    }

    URI uri(String scheme, String path) {
        return URI.create(scheme + "://localhost:" + port() + path);
    }

    /** Somebody at a keyboard without a browser, who is logged in. */
    Typist typist(String name) {
        Typist typist = new Typist();
        typist.sits(chat.enter(typist))
                .types("login " + name)
                .awaitLine("[SYSTEM INFO] - [" + name + "] login to chat.");
        return typist;
    }

    /** A browser that has logged in. */
    Browser browser(String name) throws Exception {
        Browser browser = Browser.connect(uri("ws", "/chat")).send("login " + name);
        assertThat(browser.awaitMessage()).isEqualTo(response("[SYSTEM INFO] - [" + name + "] login to chat."));
        return browser;
    }

    /** A peer that has logged in and may now break every rule. */
    RawWebSocket hostile(String name) throws IOException {
        RawWebSocket peer = RawWebSocket.open(connect(), "/chat");
        peer.sendFrame(RawWebSocket.FINAL | RawWebSocket.TEXT, ("login " + name).getBytes(UTF_8));
        assertThat(peer.awaitText()).isEqualTo(response("[SYSTEM INFO] - [" + name + "] login to chat."));
        return peer;
    }

    Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(address);
        socket.setSoTimeout((int) ScriptedPeer.PATIENCE.toMillis());
        return socket;
    }

    static String response(String line) {
        return "{\"action\":\"response\",\"message\":\"" + line + "\"}";
    }

    @Override
    public void close() {
        engine.close();
        assertThat(failures).isEmpty();
    }
}
