package jim.engine.netty;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.nio.ByteBuffer;
import jim.engine.Cause;
import jim.protocol.Frame;
import jim.protocol.Framing;
import jim.protocol.JimFault;

/**
 * Frames as the messages of a WebSocket, one in each, without the line feed that ends them in a stream. What comes in has been unpacked by Netty; what goes out is packed
 * here, because it has to wait in an outbox as bytes.
 */
final class WebSocketWire implements Wire {
    /** The first byte of a text, of a close, and of a pong; each is whole in one piece. */
    private static final int TEXT = 0x81;

    private static final int CLOSE = 0x88;
    private static final int PONG = 0x8A;
    private static final int MAX_HEADER = 10;
    /** The longest payload whose length stands in the second byte, and that which has two bytes for it. */
    private static final int SHORT = 125;

    private static final int MEDIUM = 0xFFFF;

    private final Framing framing;
    /** Why it ends, when something has happened that the cause does not say. For the event loop alone. */
    private WebSocketCloseStatus status;

    WebSocketWire(Framing framing) {
        this.framing = framing;
    }

    void endsWith(WebSocketCloseStatus why) {
        status = why;
    }

    /**
     * Takes the whole of a message.
     *
     * @throws JimFault also for a message that is not exactly one frame
     */
    @Override
    public Frame next(ByteBuffer message) throws JimFault {
        try {
            Frame frame = framing.next(message);
            if (frame == null || framing.next(message) != null || framing.midFrame()) {
                throw JimFault.close("expected one whole object in each message, no more and no less");
            }
            return frame;
        } catch (JimFault fault) {
            status = fault.closes() ? WebSocketCloseStatus.POLICY_VIOLATION : status;
            throw fault;
        }
    }

    @Override
    public boolean midFrame() {
        return framing.midFrame();
    }

    @Override
    public Frame wrap(Frame frame) {
        return message(TEXT, frame.withoutLineFeed());
    }

    /** The answer to a ping. */
    static Frame pong(Frame payload) {
        return message(PONG, payload);
    }

    @Override
    public Frame farewell(Cause why) {
        WebSocketCloseStatus last = status == null ? statusOf(why) : status;
        byte[] reason = last.reasonText().getBytes(UTF_8);
        ByteBuffer body = ByteBuffer.allocate(Short.BYTES + reason.length);
        body.putShort((short) last.code()).put(reason);
        return message(CLOSE, Frame.copyOf(body.array(), 0, body.position()));
    }

    private static WebSocketCloseStatus statusOf(Cause why) {
        return switch (why) {
            case TOO_SLOW -> WebSocketCloseStatus.TRY_AGAIN_LATER;
            case LISTENER_FAILED -> WebSocketCloseStatus.INTERNAL_SERVER_ERROR;
            case CLOSED, PEER_LEFT, PEER_LOST -> WebSocketCloseStatus.NORMAL_CLOSURE;
        };
    }

    private static Frame message(int first, Frame payload) {
        ByteBuffer out = ByteBuffer.allocate(MAX_HEADER + payload.length());
        out.put((byte) first);
        putLength(payload.length(), out);
        payload.copyTo(out, 0);
        return Frame.copyOf(out.array(), 0, out.position());
    }

    private static void putLength(int length, ByteBuffer out) {
        if (length <= SHORT) {
            out.put((byte) length);
        } else if (length <= MEDIUM) {
            out.put((byte) (SHORT + 1)).putShort((short) length);
        } else {
            out.put((byte) (SHORT + 2)).putLong(length);
        }
    }
}
