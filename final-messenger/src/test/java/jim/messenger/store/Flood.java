package jim.messenger.store;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import jim.chat.ChatFault;
import jim.chat.Posting;
import jim.chat.Reply;
import jim.chat.Sent;

/** Sends messages into the store of a folder, as fast as it takes them, and prints the text of each that was acknowledged. */
final class Flood {
    static final int MAILBOXES = 100;
    private static final int WINDOW = 256;

    private Flood() {}

    public static void main(String[] folder) throws Exception {
        SqliteStore store = SqliteStore.open(Path.of(folder[0]), InstantSource.system(), Throwable::printStackTrace);
        Desk desk = new Desk(store);
        Semaphore window = new Semaphore(WINDOW);
        for (int i = 0; ; i++) {
            window.acquire();
            String to = "r" + i % MAILBOXES;
            store.confirm(to, store.last(to) - 500);
            Posting posting = Desk.posting("ann", to, "text " + i, i % 2 == 0 ? "cid " + i : null);
            store.send(posting, desk, new Reply<>() {
                @Override
                public void done(Sent sent) {
                    System.out.println(sent.message().text());
                    window.release();
                }

                @Override
                public void refused(ChatFault why) {
                    System.out.println(why);
                }
            });
        }
    }
}
