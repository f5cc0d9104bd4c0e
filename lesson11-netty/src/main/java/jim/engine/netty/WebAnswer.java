package jim.engine.netty;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/** What is said over HTTP. Every answer is the last on its connection. */
final class WebAnswer {
    private WebAnswer() {}

    /** {@code page}, or for HEAD all but its body. */
    static FullHttpResponse of(WebPage page, boolean head) {
        ByteBuf body = head
                ? Unpooled.EMPTY_BUFFER
                : Unpooled.wrappedBuffer(page.body().duplicate());
        FullHttpResponse answer = answer(HttpResponseStatus.OK, page.contentType(), body);
        answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, page.body().remaining());
        page.headers().forEach(answer.headers()::set);
        return answer;
    }

    /** A refusal, with a sentence for whoever looks. */
    static FullHttpResponse refusal(HttpResponseStatus status, String why) {
        ByteBuf body = Unpooled.copiedBuffer(why + "\n", UTF_8);
        FullHttpResponse answer = answer(status, "text/plain; charset=utf-8", body);
        answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        return answer;
    }

    private static FullHttpResponse answer(HttpResponseStatus status, String contentType, ByteBuf body) {
        FullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        answer.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return answer;
    }
}
