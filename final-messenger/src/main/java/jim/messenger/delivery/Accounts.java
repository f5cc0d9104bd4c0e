package jim.messenger.delivery;

import jim.chat.ChatFault;
import jim.chat.ChatFault.Kind;
import jim.messenger.store.Account;

/** Who may come (protocol, section 3). */
public enum Accounts {
    /** Everybody, under a name that has no password. */
    OPEN,
    /** Who has a password, or takes one. */
    REGISTERED,
    /** Whom the operator has made. */
    CLOSED;

    /**
     * Whether somebody may come under a name.
     *
     * @param account who has been here under it; null for nobody
     * @param proven whether the one who comes knows its password
     */
    void admit(Account account, boolean proven) throws ChatFault {
        if (proven) {
            return;
        }
        if (account != null && account.isProtected()) {
            throw new ChatFault(Kind.PROTECTED, "this name has a password, use 'authenticate'");
        }
        if (this == CLOSED) {
            throw new ChatFault(Kind.PROTECTED, "this server has no such account, ask its operator for one");
        }
        if (this == REGISTERED) {
            throw new ChatFault(
                    Kind.PROTECTED, "this server has no guests, use 'authenticate' to take a name and a password");
        }
    }
}
