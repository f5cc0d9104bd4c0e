package jim.reliability;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import jim.protocol.JimCodec;
import jim.protocol.JimMessage.Join;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.Response;

/** A room in which one talks and the others never read a byte. For one thread. */
final class LoudRoom implements AutoCloseable {
    private static final String ROOM = "#loud";
    private static final String TALKER = "talker";
    private static final Msg WORDS = new Msg(ROOM, TALKER, "x".repeat(480));
    private static final int SMALL_WINDOW = 4_096;
    private static final JimCodec CODEC = new JimCodec();

    private final InetSocketAddress server;
    private final Guest talker;
    private final List<Socket> deaf = new ArrayList<>();

    LoudRoom(InetSocketAddress server) throws IOException {
        this.server = server;
        talker = Guest.at(server, TALKER, "id");
        talker.ask(new Join(ROOM));
    }

    /** Lets {@code count} people in who never read, and returns when they are there. */
    void letIn(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket();
            deaf.add(socket);
            socket.setReceiveBufferSize(SMALL_WINDOW);
            socket.connect(server);
            socket.getOutputStream().write(CODEC.encode(new Presence("deaf" + i)).toByteArray());
            socket.getOutputStream().write(CODEC.encode(new Join(ROOM)).toByteArray());
        }
        String all = "delivered to " + (count == 1 ? "1 person" : count + " people");
        Waiting.until("all who never read", () -> talker.ask(WORDS).text().equals(all));
    }

    /** Says so many things to all. */
    void talk(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            talker.say(WORDS);
        }
        for (int i = 0; i < count; i++) {
            Response answer = talker.answer();
            if (!answer.isGood()) {
                throw new AssertionError("the talker was refused: " + answer);
            }
        }
    }

    @Override
    public void close() throws IOException {
        talker.close();
        for (Socket socket : deaf) {
            socket.close();
        }
    }
}
