package jim.messenger.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** The rules of every store, and the store that they are tried on. */
@Timeout(60)
abstract class MessageStoreContract implements AccountRules, MailboxRules, MarkRules, HistoryRules {
    private Desk desk;

    /** An empty store. */
    abstract MessageStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        desk = new Desk(open());
    }

    @AfterEach
    void closeStore() {
        desk.store().close();
    }

    @Override
    public Desk desk() {
        return desk;
    }
}
