package jim.messenger.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import jim.chat.Chat;
import jim.chat.ChatEvent;
import jim.messenger.admin.AdminDoor;
import jim.messenger.metrics.Metrics;
import jim.messenger.metrics.Tally;
import jim.messenger.store.MessageStore;

/** What an operator's programs see of a server, put together. {@link #open} once, if at all; the rest for any thread. */
final class OperatorDoor implements AutoCloseable {
    /** Longer than a commit takes that waits for another program. */
    private static final Duration STORE_PATIENCE = Duration.ofSeconds(7);

    private final Tally tally;
    private final Chat chat;
    private final MessageStore store;
    private AdminDoor door;
    private volatile boolean isStopping;

    /** Counts who comes from now on, but lets nobody in yet. */
    OperatorDoor(Tally tally, Chat chat, MessageStore store) {
        this.tally = tally;
        this.chat = chat;
        this.store = store;
        chat.events().subscribe(this::count);
    }

    private void count(ChatEvent event) {
        if (event instanceof ChatEvent.Arrived) {
            tally.login();
        }
    }

    /** Opens it at {@code port}, 0 for any free one, and says where it listens. */
    InetSocketAddress open(int port) throws IOException {
        Metrics metrics = new Metrics(tally)
                .gauge(
                        "jim_people_online",
                        "People who are logged in.",
                        () -> chat.names().size())
                .gauge(
                        "jim_rooms",
                        "Rooms that somebody belongs to.",
                        () -> store.rooms().size())
                .gauge("jim_mailbox_letters", "Messages that wait in mailboxes.", store::waiting);
        AdminDoor.Health kept = new StoreHealth(store, STORE_PATIENCE);
        door = AdminDoor.open(port, () -> isStopping ? Optional.of("the server is stopping") : kept.problem(), metrics);
        return door.address();
    }

    /** From now on the server is not well. */
    void stopping() {
        isStopping = true;
    }

    @Override
    public void close() {
        if (door != null) {
            door.close();
        }
    }
}
