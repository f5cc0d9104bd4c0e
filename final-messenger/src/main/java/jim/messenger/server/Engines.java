package jim.messenger.server;

import java.util.concurrent.ScheduledExecutorService;
import jim.engine.EngineOptions;
import jim.engine.LoopEngine;
import jim.engine.netty.NettyEngine;
import jim.engine.netty.Web;
import jim.engine.selector.SelectorEngine;
import org.apache.logging.log4j.Logger;

/** Makes the engines of the doors. The one place that knows whether they are encrypted. */
interface Engines {
    /**
     * Two carry more messages at full load where there are two processors, and cost more for each when little is said: whoever
     * writes to somebody on the other loop has to wake it. More than two have not been measured.
     */
    int LOOPS = Math.min(2, Runtime.getRuntime().availableProcessors());

    /** Nothing is encrypted. Where no browser comes, nothing of Netty is loaded: the server starts sooner. */
    Engines PLAIN = new Engines() {
        @Override
        public LoopEngine tcp(EngineOptions options) {
            return new SelectorEngine(options, LOOPS);
        }

        @Override
        public LoopEngine web(EngineOptions options, Web web) {
            return NettyEngine.web(options, web);
        }

        @Override
        public Protection protection() {
            return Protection.NONE;
        }
    };

    /** For a door where frames stand in the stream itself. */
    LoopEngine tcp(EngineOptions options);

    /** For browsers. */
    LoopEngine web(EngineOptions options, Web web);

    /** What is told of them. */
    Protection protection();

    /** Does on {@code timer} what has to be done from time to time, until that is shut down. */
    default void keepUp(ScheduledExecutorService timer, Logger log) {}
}
