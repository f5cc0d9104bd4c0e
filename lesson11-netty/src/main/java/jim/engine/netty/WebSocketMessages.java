package jim.engine.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import jim.protocol.Frame;
import jim.protocol.JimFault;

/**
 * Puts the fragments of a WebSocket together, gives whole messages to the connection, and sees to all that is no message.
 */
final class WebSocketMessages extends SimpleChannelInboundHandler<WebSocketFrame> {
    /** A message may come in pieces, but empty ones could go on for ever. */
    private static final int MAX_FRAGMENTS = 1_000;

    private final Web web;
    private final WebSocketWire wire;
    private final NettyConnection connection;
    /** What has come of a message whose end has not. */
    private ByteBuf begun = Unpooled.EMPTY_BUFFER;

    private int fragments;
    private boolean hasRefused;

    WebSocketMessages(Web web, WebSocketWire wire, NettyConnection connection) {
        this.web = web;
        this.wire = wire;
        this.connection = connection;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        if (frame instanceof PingWebSocketFrame) {
            connection.sendRaw(WebSocketWire.pong(copy(frame.content())));
        } else if (frame instanceof CloseWebSocketFrame close) {
            hangUp(close);
        } else if (frame instanceof BinaryWebSocketFrame) {
            refuse(WebSocketCloseStatus.INVALID_MESSAGE_TYPE, "expected a message of text, got one of bytes");
        } else if (!(frame instanceof PongWebSocketFrame) && !hasRefused) {
            take(context, frame);
        }
    }

    private static Frame copy(ByteBuf payload) {
        byte[] bytes = ByteBufUtil.getBytes(payload);
        return Frame.copyOf(bytes, 0, bytes.length);
    }

    private void hangUp(CloseWebSocketFrame close) {
        if (close.statusCode() >= 0) {
            wire.endsWith(WebSocketCloseStatus.valueOf(close.statusCode()));
        }
        connection.peerLeaves();
    }

    private void take(ChannelHandlerContext context, WebSocketFrame frame) {
        if (fragments == 0 && frame.isFinalFragment()) {
            context.fireChannelRead(frame.content().retain());
        } else if (++fragments > MAX_FRAGMENTS) {
            refuse(WebSocketCloseStatus.POLICY_VIOLATION, "the message has more than " + MAX_FRAGMENTS + " fragments");
        } else if (begun.readableBytes() + frame.content().readableBytes() > web.mostBytes()) {
            refuseLength();
        } else {
            add(context, frame);
        }
    }

    private void add(ChannelHandlerContext context, WebSocketFrame fragment) {
        if (fragments == 1) {
            begun = context.alloc().heapBuffer(fragment.content().readableBytes(), web.mostBytes());
        }
        begun.writeBytes(fragment.content());
        if (fragment.isFinalFragment()) {
            ByteBuf message = begun;
            begun = Unpooled.EMPTY_BUFFER;
            fragments = 0;
            context.fireChannelRead(message);
        }
    }

    /** Netty's decoder has found something that the rules forbid. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable why) {
        if (why instanceof CorruptedWebSocketFrameException forbidden) {
            refuse(forbidden);
        } else {
            context.fireExceptionCaught(why);
        }
    }

    private void refuse(CorruptedWebSocketFrameException forbidden) {
        if (forbidden.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG)) {
            refuseLength();
        } else {
            refuse(forbidden.closeStatus(), forbidden.getMessage());
        }
    }

    private void refuseLength() {
        refuse(WebSocketCloseStatus.MESSAGE_TOO_BIG, "the message is longer than " + web.messageBytes() + " bytes");
    }

    private void refuse(WebSocketCloseStatus status, String why) {
        hasRefused = true;
        wire.endsWith(status);
        connection.refuse(JimFault.close(why));
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        begun.release();
    }
}
