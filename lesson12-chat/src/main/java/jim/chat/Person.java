package jim.chat;

import java.util.ArrayList;
import java.util.List;
import jim.feed.Subscription;

/**
 * Somebody who is online, from the login to the logout, and what only that person can do. For any thread. After the logout
 * everything is refused.
 */
public final class Person {
    /** For {@link #receive}: behind all that was confirmed. */
    public static final long FROM_WHERE_IT_STOPPED = -1;

    private final Chat chat;
    private final String name;
    private final String key;
    private final Member member;
    private volatile Mail mail = Mail.NONE;
    /** From the login to the logout. */
    private volatile boolean isOnline;
    /** What ends with the logout. Guarded by the chat's lock for arrivals. */
    private final List<Subscription> subscriptions = new ArrayList<>();

    Person(Chat chat, String name, String key, Member member) {
        this.chat = chat;
        this.name = name;
        this.key = key;
        this.member = member;
    }

    /** The name, as this person writes it. */
    public String name() {
        return name;
    }

    /** What all spellings of the name have in common. */
    public String key() {
        return key;
    }

    /**
     * Hands over {@code message}. What the member throws is reported and goes no further: no feed must think that nobody
     * listens here any more.
     *
     * @return whether it was taken
     */
    boolean deliver(Message message) {
        try {
            member.deliver(message);
            return true;
        } catch (RuntimeException | Error e) {
            chat.report(e);
            return false;
        }
    }

    /** Hands over {@code letter}, as {@link Member#deliver(Letter)} does. For a {@link Post} alone. */
    public boolean deliver(Letter letter) {
        try {
            return member.deliver(letter);
        } catch (RuntimeException | Error e) {
            chat.report(e);
            return false;
        }
    }

    void letGo(String why) {
        try {
            member.letGo(why);
        } catch (RuntimeException | Error e) {
            chat.report(e);
        }
    }

    /** The way to this person. For a {@link Post} alone. */
    public Member member() {
        return member;
    }

    void untilLogout(Subscription subscription) {
        subscriptions.add(subscription);
    }

    void endSubscriptions() {
        subscriptions.forEach(Subscription::cancel);
    }

    /** Says something to one person. */
    public void tell(Draft draft, Reply<Sent> reply) throws ChatFault {
        online().tell(this, draft, reply);
    }

    /** Says something in a room, to everyone there but this person. */
    public void tellRoom(Draft draft, Reply<Sent> reply) throws ChatFault {
        online().tellRoom(this, draft, reply);
    }

    /** Says {@code text} to all who are online, this person too. */
    public void tellAll(String text) throws ChatFault {
        online().tellAll(this, text);
    }

    /** Belongs to {@code room} until it leaves it, online or not. A room that is not there is made. */
    public void join(String room, Reply<String> reply) throws ChatFault {
        online().join(this, room, reply);
    }

    /** Belongs to {@code room} no longer. A room without members is forgotten. */
    public void leave(String room, Reply<String> reply) throws ChatFault {
        online().leave(this, room, reply);
    }

    /**
     * Gets from now on what is said to this person, and first what was kept.
     *
     * @param after the place in the mailbox behind which to begin, or {@link #FROM_WHERE_IT_STOPPED}
     */
    public void receive(long after) {
        mail.receive(after);
    }

    /** There is room again for more of what was kept. */
    public void more() {
        mail.more();
    }

    /** All that lies in the mailbox up to {@code seq} has arrived for good; false when it cannot have: nobody has sent it. */
    public boolean confirm(long seq) {
        return mail.confirm(seq);
    }

    /** The name is free again, at once. Rooms remember their members. The second time, it does nothing. */
    public void logout() {
        chat.logout(this);
    }

    /** From now on it is known, and gets what comes through {@code ownMail}. */
    void goOnline(Mail ownMail) {
        mail = ownMail;
        isOnline = true;
    }

    void goOffline() {
        isOnline = false;
    }

    private Chat online() throws ChatFault {
        if (!isOnline) {
            throw new ChatFault(ChatFault.Kind.LOGGED_OUT, "you are no longer logged in");
        }
        return chat;
    }
}
