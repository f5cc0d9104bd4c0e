package jim.chat;

import java.util.ArrayList;
import java.util.List;
import jim.feed.Subscription;

/**
 * Somebody who is online, from the login to the logout, and what only that person can do. For any thread. After the logout
 * everything is refused.
 */
public final class Person {
    private final Chat chat;
    private final String name;
    private final String key;
    private final Member member;
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

    String key() {
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

    void untilLogout(Subscription subscription) {
        subscriptions.add(subscription);
    }

    void endSubscriptions() {
        subscriptions.forEach(Subscription::cancel);
    }

    /**
     * Says {@code text} to the person who is called {@code to}.
     *
     * @return what was delivered
     */
    public Message tell(String to, String text) throws ChatFault {
        return online().tell(this, to, text);
    }

    /**
     * Says {@code text} in {@code room}, to everyone there but this person.
     *
     * @return how many people have got it
     */
    public int tellRoom(String room, String text) throws ChatFault {
        return online().tellRoom(this, room, text);
    }

    /** Says {@code text} to all who are online, this person too. */
    public void tellAll(String text) throws ChatFault {
        online().tellAll(this, text);
    }

    /** Belongs to {@code room} until it leaves it, online or not. A room that is not there is made. */
    public void join(String room) throws ChatFault {
        online().join(this, room);
    }

    /** Belongs to {@code room} no longer. A room without members is forgotten. */
    public void leave(String room) throws ChatFault {
        online().leave(this, room);
    }

    /** The name is free again, at once. Rooms remember their members. The second time, it does nothing. */
    public void logout() {
        chat.logout(this);
    }

    private Chat online() throws ChatFault {
        chat.checkOnline(this);
        return chat;
    }
}
