package jim.messenger.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.List;
import jim.engine.netty.RawWebSocket;

/** A client's end of a connection to any door, which sends and hears objects and does not know how they travel. */
interface Line extends AutoCloseable {
    /** Sends {@code objects} in one segment: back to back, or each in a message of its own. */
    void send(List<byte[]> objects) throws IOException;

    /** Sends {@code object} byte for byte: each in a segment, or in a fragment of one message. */
    void sendInPieces(byte[] object) throws IOException;

    /** Waits for the next object, as it was written; null for the end of the connection. */
    String hear() throws IOException;

    @Override
    void close() throws IOException;

    /** One where objects stand in the stream itself. Each that comes must be a line. */
    static Line ofStream(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        return new Line() {
            @Override
            public void send(List<byte[]> objects) throws IOException {
                socket.getOutputStream().write(glued(objects));
            }

            @Override
            public void sendInPieces(byte[] object) throws IOException {
                for (byte each : object) {
                    socket.getOutputStream().write(each);
                }
            }

            @Override
            public String hear() throws IOException {
                return in.readLine();
            }

            @Override
            public void close() throws IOException {
                socket.close();
            }
        };
    }

    /** One where each object is a message of a WebSocket. */
    static Line ofWeb(Socket socket) throws IOException {
        RawWebSocket web = RawWebSocket.open(socket, "/jim");
        return new Line() {
            @Override
            public void send(List<byte[]> objects) throws IOException {
                int whole = RawWebSocket.FINAL | RawWebSocket.TEXT;
                web.send(glued(objects.stream()
                        .map(object -> RawWebSocket.masked(whole, object))
                        .toList()));
            }

            @Override
            public void sendInPieces(byte[] object) throws IOException {
                for (int i = 0; i < object.length; i++) {
                    int kind = i == 0 ? RawWebSocket.TEXT : 0;
                    web.sendFrame(i == object.length - 1 ? kind | RawWebSocket.FINAL : kind, new byte[] {object[i]});
                }
            }

            @Override
            public String hear() throws IOException {
                return web.awaitTextOrClose();
            }

            @Override
            public void close() throws IOException {
                web.close();
            }
        };
    }

    private static byte[] glued(List<byte[]> pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
