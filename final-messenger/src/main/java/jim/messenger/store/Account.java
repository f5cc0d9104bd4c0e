package jim.messenger.store;

import java.time.Instant;
import java.util.Objects;
import jim.protocol.Names;

/**
 * Somebody who has been here, and has a mailbox.
 *
 * @param name as it was first written
 * @param password what was kept of the password, in its encoded form; null for a guest, who has none
 * @param since when this name came for the first time
 */
public record Account(String name, String password, Instant since) {
    public Account {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(since, "since");
    }

    /** What all spellings of the name have in common. */
    public String key() {
        return Names.key(name);
    }

    /** Whether the name opens to its password alone. */
    public boolean isProtected() {
        return password != null;
    }

    /** The same with another password. */
    public Account withPassword(String encoded) {
        return new Account(name, encoded, since);
    }

    /** This account, with the password of {@code newer} if it has none. */
    Account claimedWith(Account newer) {
        return isProtected() ? this : withPassword(newer.password);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Account[name=" + name + ", since=" + since + "]";
    }
}
