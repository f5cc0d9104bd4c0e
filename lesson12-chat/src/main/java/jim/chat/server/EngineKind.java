package jim.chat.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jim.engine.Engine;
import jim.engine.EngineOptions;
import jim.engine.ThreadedEngine;
import jim.engine.netty.NettyEngine;
import jim.engine.selector.SelectorEngine;

/** The engines of lessons 9, 10 and 11, and where each listens when nobody says where. */
enum EngineKind {
    THREADS(10_000),
    SELECTOR(8_000),
    NETTY(1_234);

    private final int port;

    EngineKind(int port) {
        this.port = port;
    }

    /** How a command line names it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    int port() {
        return port;
    }

    Engine engine(EngineOptions options) {
        return switch (this) {
            case THREADS -> new ThreadedEngine(options);
            case SELECTOR -> new SelectorEngine(options);
            case NETTY -> new NettyEngine(options);
        };
    }

    static List<String> words() {
        return Arrays.stream(values()).map(EngineKind::word).toList();
    }
}
