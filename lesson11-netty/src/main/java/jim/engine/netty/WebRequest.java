package jim.engine.netty;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The one request of a channel: it gets a page or a refusal, or makes the channel a WebSocket. */
final class WebRequest extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final String VERSION = "13";

    private final Web web;
    private final Service service;
    private Future<?> deadline;
    private boolean answered;

    WebRequest(Web web, Service service) {
        this.web = web;
        this.service = service;
    }

    /** The time for the request, with the handshake of TLS before it; no byte that drips in extends it. */
    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        deadline = context.executor()
                .schedule(() -> Ending.of(channel(context)), web.patience().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        deadline.cancel(false);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        if (answered) {
            return;
        }
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        if (request.decoderResult().isFailure() || hosts.size() != 1) {
            refuse(context, HttpResponseStatus.BAD_REQUEST, "This is no request of HTTP/1.1.");
        } else if (!web.isCalled(hosts.get(0))) {
            refuse(context, HttpResponseStatus.MISDIRECTED_REQUEST, "This server is not called by that name.");
        } else {
            serve(context, request);
        }
    }

    private void serve(ChannelHandlerContext context, FullHttpRequest request) {
        String path = path(request);
        Service there = path.equals(web.path()) ? service : web.others().get(path);
        if (there == null) {
            answer(context, page(request));
        } else {
            upgrade(context, request, there);
        }
    }

    private static String path(FullHttpRequest request) {
        return request.uri().split("\\?", 2)[0];
    }

    private FullHttpResponse page(FullHttpRequest request) {
        boolean head = request.method().equals(HttpMethod.HEAD);
        if (!head && !request.method().equals(HttpMethod.GET)) {
            FullHttpResponse answer =
                    WebAnswer.refusal(HttpResponseStatus.METHOD_NOT_ALLOWED, "Pages can only be read.");
            answer.headers().set(HttpHeaderNames.ALLOW, "GET, HEAD");
            return answer;
        }
        return web.pages()
                .at(path(request))
                .map(page -> WebAnswer.of(page, head))
                .orElseGet(() -> WebAnswer.refusal(HttpResponseStatus.NOT_FOUND, "There is no such page."));
    }

    private void upgrade(ChannelHandlerContext context, FullHttpRequest request, Service there) {
        HttpHeaders headers = request.headers();
        String origin = headers.get(HttpHeaderNames.ORIGIN);
        if (origin != null && !Web.isOwnPage(origin, headers.get(HttpHeaderNames.HOST))) {
            refuse(context, HttpResponseStatus.FORBIDDEN, "Only pages of this server may connect.");
        } else if (isUpgrade(request)) {
            accept(context, request, there);
        } else {
            FullHttpResponse answer =
                    WebAnswer.refusal(HttpResponseStatus.UPGRADE_REQUIRED, "Here is a WebSocket of version 13.");
            answer.headers().set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
            answer.headers().set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, VERSION);
            answer(context, answer);
        }
    }

    private static boolean isUpgrade(FullHttpRequest request) {
        HttpHeaders headers = request.headers();
        return request.method().equals(HttpMethod.GET)
                && headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
                && headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
                && headers.contains(HttpHeaderNames.SEC_WEBSOCKET_KEY)
                && VERSION.equals(headers.get(HttpHeaderNames.SEC_WEBSOCKET_VERSION));
    }

    /** The connection is there before the answer, because a hasty peer's first message may have come with its request. */
    private void accept(ChannelHandlerContext context, FullHttpRequest request, Service there) {
        SocketChannel channel = channel(context);
        WebSocketWire wire = new WebSocketWire(there.options().framing().get());
        NettyConnection connection = new NettyConnection(channel, wire, there);
        ChannelPipeline pipeline = context.pipeline();
        pipeline.addLast(new Utf8FrameValidator(false), new WebSocketMessages(web, wire, connection), connection);
        pipeline.remove(this);
        new WebSocketServerHandshaker13(path(request), null, decoding())
                .handshake(channel, request)
                .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    /** What the rules forbid comes as an exception to {@link WebSocketMessages}, which closes in good order. */
    private WebSocketDecoderConfig decoding() {
        return WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(web.mostBytes())
                .closeOnProtocolViolation(false)
                .build();
    }

    private void refuse(ChannelHandlerContext context, HttpResponseStatus status, String why) {
        answer(context, WebAnswer.refusal(status, why));
    }

    /** Then waits until the peer hangs up too, or the time is over: see the lingering of a {@link NettyConnection}. */
    private void answer(ChannelHandlerContext context, FullHttpResponse answer) {
        answered = true;
        SocketChannel channel = channel(context);
        context.writeAndFlush(answer).addListener(said -> Ending.ofOutput(channel, WebRequest::closeIfPeerHas));
    }

    private static void closeIfPeerHas(ChannelFuture outputEnded) {
        SocketChannel channel = (SocketChannel) outputEnded.channel();
        if (channel.isInputShutdown()) {
            Ending.of(channel);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        SocketChannel channel = channel(context);
        if (event instanceof ChannelInputShutdownEvent && (!answered || channel.isOutputShutdown())) {
            Ending.of(channel);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable why) {
        Ending.of(channel(context));
    }

    private static SocketChannel channel(ChannelHandlerContext context) {
        return (SocketChannel) context.channel();
    }
}
