package jim.messenger.server;

import jim.messenger.delivery.Accounts;
import jim.messenger.limits.Limits;
import jim.protocol.JimCodec;

/**
 * What can be chosen of a {@link MessengerServer}. Immutable.
 *
 * @param logActions whether each call of an action is logged, with its caller, result and duration
 * @param messageLimit the longest text of a message, in code points, up to {@link JimCodec#MAX_TEXT_RAISED}
 * @param rooms the most that one person may belong to
 * @param accounts who may come
 * @param patience how long the server waits for what
 * @param limits how much one peer may take
 * @param more what it does beside JIM's own actions
 */
public record MessengerOptions(
        boolean logActions,
        int messageLimit,
        int rooms,
        Accounts accounts,
        Patience patience,
        Limits limits,
        MoreActions more) {
    /** How many that is when nothing is chosen. */
    static final int ROOMS = 100;

    /** What the protocol says when nothing is chosen. */
    public static final MessengerOptions USUAL = new MessengerOptions(
            false, JimCodec.MAX_TEXT, ROOMS, Accounts.OPEN, Patience.USUAL, Limits.USUAL, MoreActions.ALL);

    /** The same, but that calls of actions are logged if {@code other} says so. */
    public MessengerOptions withLogActions(boolean other) {
        return new MessengerOptions(other, messageLimit, rooms, accounts, patience, limits, more);
    }

    /** The same with another limit. */
    public MessengerOptions withMessageLimit(int other) {
        return new MessengerOptions(logActions, other, rooms, accounts, patience, limits, more);
    }

    /** The same with another limit for rooms. */
    public MessengerOptions withRooms(int other) {
        return new MessengerOptions(logActions, messageLimit, other, accounts, patience, limits, more);
    }

    /** The same for others. */
    public MessengerOptions withAccounts(Accounts other) {
        return new MessengerOptions(logActions, messageLimit, rooms, other, patience, limits, more);
    }

    /** The same with another patience. */
    public MessengerOptions withPatience(Patience other) {
        return new MessengerOptions(logActions, messageLimit, rooms, accounts, other, limits, more);
    }

    /** The same with other actions beside JIM's own. */
    MessengerOptions withActions(MoreActions other) {
        return new MessengerOptions(logActions, messageLimit, rooms, accounts, patience, limits, other);
    }

    /** The same with other limits. */
    public MessengerOptions withLimits(Limits other) {
        return new MessengerOptions(logActions, messageLimit, rooms, accounts, patience, other, more);
    }
}
