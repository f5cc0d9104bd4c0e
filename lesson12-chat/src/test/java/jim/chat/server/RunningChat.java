package jim.chat.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jim.logging.LogFile;

/** The chat on some of its engines, for one test. */
final class RunningChat implements AutoCloseable {
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final ChatServer server = new ChatServer(LogFile.none().logger());
    private final Map<EngineKind, InetSocketAddress> addresses = new EnumMap<>(EngineKind.class);
    private final List<PlainTalker> talkers = new ArrayList<>();

    RunningChat(EngineKind... kinds) throws IOException {
        for (EngineKind kind : kinds) {
            addresses.put(kind, server.start(kind, ANYWHERE));
        }
    }

    /** Opens the door for browsers, too; says where their WebSocket is. */
    URI openWeb() throws IOException {
        return URI.create("ws://127.0.0.1:" + server.startWeb(ANYWHERE).getPort() + "/chat");
    }

    /** A connection of which the test looks at every byte. */
    Socket connect(EngineKind kind) throws IOException {
        InetSocketAddress address = addresses.get(kind);
        return new Socket(address.getAddress(), address.getPort());
    }

    /** Somebody new, on the only engine. */
    PlainTalker talker() throws IOException {
        return talker(addresses.keySet().iterator().next());
    }

    PlainTalker talker(EngineKind kind) throws IOException {
        PlainTalker talker = new PlainTalker(connect(kind));
        talkers.add(talker);
        return talker;
    }

    /** Somebody new who has logged in and heard of it; the others have not looked yet. */
    PlainTalker guest(String name) throws IOException {
        return guest(addresses.keySet().iterator().next(), name);
    }

    PlainTalker guest(EngineKind kind, String name) throws IOException {
        PlainTalker talker = talker(kind);
        talker.say("login " + name);
        talker.hears("[SYSTEM INFO] - [" + name + "] login to chat.");
        return talker;
    }

    @Override
    public void close() throws IOException {
        for (PlainTalker talker : talkers) {
            talker.close();
        }
        server.close();
    }
}
