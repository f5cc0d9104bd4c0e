package jim.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jim.bench.speech.Draft;
import jim.bench.speech.Ear;
import jim.bench.speech.Speech;
import jim.bench.speech.Text;

/** A person under load: sends messages, and judges those that it hears. For the thread of its {@link Crowd}. */
final class Talker implements Ear, AutoCloseable {
    private static final byte[] NOTHING = {};

    private final Crowd crowd;
    private final int number;
    private final String name;
    private final SocketChannel channel;
    private final SelectionKey key;
    /** How many of its wishes, to come in or to join, have been granted; not counted once it sends. */
    private int granted;
    /** What has come of an object that is not whole. */
    private byte[] begun = NOTHING;

    private ByteBuffer out = ByteBuffer.wrap(NOTHING);
    private boolean isFlushDue;

    private Draft draft;
    private int sent;
    /** How many copies of what it has sent have arrived. */
    private long arrived;
    /** Whom it hears: as many people as there are judges, from this number on. */
    private int firstHeard;

    private final List<Judge> judges = new ArrayList<>();

    private Talker(Crowd crowd, int number, String name, SocketChannel channel, SelectionKey key) {
        this.crowd = crowd;
        this.number = number;
        this.name = name;
        this.channel = channel;
        this.key = key;
    }

    /** Begins to connect. */
    static Talker begin(Crowd crowd, int number, InetSocketAddress server, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
        Talker talker = new Talker(crowd, number, crowd.name(number), channel, key);
        key.attach(talker);
        if (channel.connect(server)) {
            talker.connected();
        }
        return talker;
    }

    String name() {
        return name;
    }

    int sent() {
        return sent;
    }

    /** From now on writes to {@code to}, a person or a room. */
    void writeTo(String to, Speech speech) {
        draft = speech.draft(name, to, new Text(number));
    }

    /** From now on hears {@code count} people, the first of them {@code first}. */
    void listenTo(int first, int count, Faults faults) {
        firstHeard = first;
        for (int i = 0; i < count; i++) {
            judges.add(new Judge(faults));
        }
    }

    /** Each sender's last message is known: what has not come is lost. */
    void closeJudges(List<Talker> all) {
        for (int i = 0; i < judges.size(); i++) {
            if (firstHeard + i != number || crowd.speech().echoes()) {
                judges.get(i).close(all.get(firstHeard + i).sent);
            }
        }
    }

    /** How many messages are on their way, if each goes to {@code copies} people. */
    int onTheirWay(int copies) {
        return (int) (((long) sent * copies - arrived + copies - 1) / copies);
    }

    /** Puts the next message into the outbox. */
    void write(long time) {
        draft.stamp(sent++, time);
        say(draft.bytes());
    }

    /** Puts it into the outbox, which the crowd flushes at the end of its round. */
    void say(byte[] bytes) {
        if (out.capacity() - out.limit() < bytes.length) {
            grow(bytes.length);
        }
        System.arraycopy(bytes, 0, out.array(), out.limit(), bytes.length);
        out.limit(out.limit() + bytes.length);
        if (!isFlushDue) {
            isFlushDue = true;
            crowd.flushLater(this);
        }
    }

    private void grow(int more) {
        int left = out.remaining();
        ByteBuffer larger = ByteBuffer.allocate(2 * (left + more));
        larger.put(out).flip();
        out = larger;
    }

    void flush() throws IOException {
        isFlushDue = false;
        channel.write(out);
        if (out.hasRemaining()) {
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        } else {
            out.clear().limit(0);
        }
    }

    /** The channel can do something. */
    void act(byte[] room) throws IOException {
        if (key.isConnectable()) {
            channel.finishConnect();
            connected();
        } else {
            if (key.isWritable()) {
                key.interestOps(SelectionKey.OP_READ);
                flush();
            }
            if (key.isReadable()) {
                hear(room);
            }
        }
    }

    private void connected() {
        key.interestOps(SelectionKey.OP_READ);
        say(crowd.speech().hello(name));
    }

    private void hear(byte[] room) throws IOException {
        System.arraycopy(begun, 0, room, 0, begun.length);
        int count = channel.read(ByteBuffer.wrap(room, begun.length, room.length - begun.length));
        if (count < 0) {
            throw new IOException("the server has hung up on " + name);
        }
        int end = begun.length + count;
        int used = crowd.speech().hear(room, 0, end, this);
        begun = used == end ? NOTHING : Arrays.copyOfRange(room, used, end);
    }

    @Override
    public void accepted() {
        if (sent == 0) {
            granted++;
            crowd.granted(granted);
        }
    }

    @Override
    public void refused(String why) {
        crowd.faults().refuse(why);
    }

    @Override
    public void pinged(byte[] answer) {
        say(answer);
    }

    @Override
    public void message(byte[] bytes, int at) {
        int sender = Text.sender(bytes, at);
        int index = sender - firstHeard;
        if (index < 0 || index >= judges.size()) {
            crowd.faults().astray();
        } else if (judges.get(index).heard(Text.number(bytes, at))) {
            crowd.arrived(sender, Text.time(bytes, at));
        }
    }

    void hasArrived() {
        arrived++;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
