package jim.messenger.store;

import jim.chat.Letter;

/** Hands on what has just been kept. Must not block, and must not call what changes the store. */
public interface Deliverer {
    /**
     * In the order of each mailbox: hands {@code letter} to whoever is online under {@code key}.
     *
     * @return whether there is somebody
     */
    boolean deliver(String key, Letter letter);

    /**
     * Whether what is delivered to {@code key} is sent at once, and need not wait in a mailbox: however full that is, there
     * is room. Called by any thread.
     */
    boolean sendsAtOnce(String key);
}
