package jim.reliability;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import jim.protocol.JimCodec;
import jim.protocol.JimMessage.Join;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.Response;

/** A room in which one talks and the others read all of it, or never a byte. For one thread. */
final class LoudRoom implements AutoCloseable {
    private static final String ROOM = "#loud";
    private static final String TALKER = "talker";
    private static final int SMALL_WINDOW = 4_096;
    private static final JimCodec CODEC = new JimCodec();

    private final InetSocketAddress server;
    private final Guest talker;
    private final IntSupplier lengths;
    private final List<Socket> audience = new ArrayList<>();
    private final Together listening = new Together();

    /**
     * @param lengths how long each of the things is that are said
     */
    LoudRoom(InetSocketAddress server, IntSupplier lengths) throws IOException {
        this.server = server;
        this.lengths = lengths;
        talker = Guest.at(server, TALKER, "id");
        talker.ask(new Join(ROOM));
    }

    /** Lets {@code count} people in, and returns when they are there. */
    void letIn(int count, boolean read) throws Exception {
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket();
            audience.add(socket);
            if (!read) {
                socket.setReceiveBufferSize(SMALL_WINDOW);
            }
            socket.connect(server);
            socket.getOutputStream()
                    .write(CODEC.encode(new Presence("guest" + i)).toByteArray());
            socket.getOutputStream().write(CODEC.encode(new Join(ROOM)).toByteArray());
            if (read) {
                listening.start(() -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()));
            }
        }
        String all = "delivered to " + (count == 1 ? "1 person" : count + " people");
        Waiting.until("all guests", () -> talker.ask(words()).text().startsWith(all));
    }

    /** Says so many things to all. */
    void talk(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            talker.say(words());
        }
        for (int i = 0; i < count; i++) {
            Response answer = talker.answer();
            if (!answer.isGood()) {
                throw new AssertionError("the talker was refused: " + answer);
            }
        }
    }

    private Msg words() {
        return new Msg(ROOM, TALKER, "x".repeat(lengths.getAsInt()));
    }

    @Override
    public void close() throws IOException {
        talker.close();
        for (Socket socket : audience) {
            socket.close();
        }
        listening.close();
    }
}
