package jim.chat;

import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A post that knows everybody, and says what has become of a message when the test wants it to. For any thread. */
public final class LatePost implements Post {
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final Queue<Long> confirmed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger forMore = new AtomicInteger();
    private volatile Person last;

    /** A message that is to be kept, and who waits to hear of it. */
    public record Asked(Message message, Reply<Sent> reply) {
        /** It is kept for so many who are away. */
        public void isKept(int waiting) {
            reply.done(new Sent(message, 1, 1 - waiting, waiting, 0, false));
        }
    }

    @Override
    public void send(Posting posting, Reply<Sent> reply) {
        asked.add(new Asked(posting.message(), reply));
    }

    /** Waits for the next message. */
    public Asked next() throws InterruptedException {
        return asked.poll(10, TimeUnit.SECONDS);
    }

    @Override
    public String name(String key) {
        return key;
    }

    @Override
    public Mail arrived(Person person) {
        return new Mail() {
            @Override
            public void receive(long after) {
                last = person;
            }

            @Override
            public void more() {
                forMore.incrementAndGet();
            }

            @Override
            public boolean confirm(long seq) {
                return confirmed.add(seq);
            }
        };
    }

    /** Hands the letter {@code seq} to whoever has logged in last. */
    public boolean hand(long seq, Message message) {
        return last.deliver(new Letter(seq, seq, message));
    }

    /** The places that were confirmed, in order. */
    public Queue<Long> confirmed() {
        return confirmed;
    }

    /** How often more was asked for. */
    public int askedForMore() {
        return forMore.get();
    }
}
