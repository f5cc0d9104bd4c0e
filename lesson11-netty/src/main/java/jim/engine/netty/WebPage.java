package jim.engine.netty;

import java.nio.ByteBuffer;
import java.util.Map;

/**
 * A page as it is sent, any number of times.
 *
 * @param contentType such as {@code text/html; charset=utf-8}
 * @param headers what else is said about it
 */
public record WebPage(String contentType, ByteBuffer body, Map<String, String> headers) {}
