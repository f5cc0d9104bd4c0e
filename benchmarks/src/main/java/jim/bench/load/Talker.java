package jim.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * A person under load, who writes to one other and hears one other. The text of a message begins with its number, so that
 * what is lost, doubled or out of order is seen.
 */
final class Talker implements AutoCloseable {
    private static final int DIGITS = 10;

    private final String name;
    private final SocketChannel channel;
    private byte[] ping;
    private byte[] pong;
    private byte[] message;
    private int numberAt;
    private long sent;
    private int deliveryBytes;
    private int heardNumberAt;
    private ByteBuffer heard;
    private long received;

    private Talker(String name, SocketChannel channel) {
        this.name = name;
        this.channel = channel;
    }

    /** Connects, says hello, and waits for the welcome. */
    static Talker connect(InetSocketAddress server, Speech speech, String name) throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        Talker talker = new Talker(name, channel);
        talker.write(ByteBuffer.wrap(speech.hello(name).getBytes(US_ASCII)));
        talker.awaitWelcome(speech.welcome());
        return talker;
    }

    private void awaitWelcome(String welcome) throws IOException {
        StringBuilder heard = new StringBuilder();
        ByteBuffer bytes = ByteBuffer.allocate(4_096);
        while (heard.indexOf(welcome) < 0 || heard.charAt(heard.length() - 1) != '\n') {
            if (channel.read(bytes.clear()) < 0) {
                throw new IOException("the server hung up on " + name + " after: " + heard);
            }
            heard.append(US_ASCII.decode(bytes.flip()));
        }
    }

    /** From now on writes to {@code to}, and hears {@code from}. */
    void talk(Speech speech, Talker to, Talker from, Selector selector) throws IOException {
        ping = speech.ping().getBytes(US_ASCII);
        pong = speech.pong().getBytes(US_ASCII);
        message = speech.message(name, to.name);
        numberAt = speech.before(name, to.name).length();
        deliveryBytes = speech.delivered(from.name, name).length()
                + Speech.TEXT_BYTES
                + speech.after().length();
        heardNumberAt = speech.delivered(from.name, name).length();
        heard = ByteBuffer.allocate(64 * deliveryBytes);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Sends the next {@code count} messages in one write, by way of {@code room}. */
    void send(int count, ByteBuffer room) throws IOException {
        room.clear();
        for (int i = 0; i < count; i++) {
            number(sent++);
            room.put(message);
        }
        write(room.flip());
    }

    private void number(long value) {
        long rest = value;
        for (int i = numberAt + DIGITS - 1; i >= numberAt; i--) {
            message[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** A window of messages fits into the buffers of a socket, so that this does not turn long. */
    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * Hears what has come.
     *
     * @return how many messages that was
     * @throws IOException when one is not the one that is due
     */
    int hear() throws IOException {
        if (channel.read(heard) < 0) {
            throw new IOException("the server hung up on " + name);
        }
        heard.flip();
        int count = 0;
        answerPing();
        while (heard.remaining() >= deliveryBytes) {
            check(heard.position() + heardNumberAt);
            heard.position(heard.position() + deliveryBytes);
            count++;
            answerPing();
        }
        heard.compact();
        return count;
    }

    private void answerPing() throws IOException {
        if (ping.length > 0 && heard.remaining() >= ping.length && heard.get(heard.position()) == ping[0]) {
            heard.position(heard.position() + ping.length);
            write(ByteBuffer.wrap(pong));
        }
    }

    private void check(int at) throws IOException {
        long number = 0;
        for (int i = at; i < at + DIGITS; i++) {
            number = number * 10 + heard.get(i) - '0';
        }
        if (number != received) {
            throw new IOException(name + " heard message " + number + " when " + received + " was due");
        }
        received++;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
