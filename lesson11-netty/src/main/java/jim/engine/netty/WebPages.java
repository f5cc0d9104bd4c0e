package jim.engine.netty;

import java.util.Optional;

/** The pages of a web server. Called by event loops, so it must not block. */
public interface WebPages {
    /**
     * The page at {@code path}.
     *
     * @param path such as {@code /}, without what follows a question mark
     */
    Optional<WebPage> at(String path);
}
