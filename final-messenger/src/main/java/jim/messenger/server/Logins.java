package jim.messenger.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import jim.chat.Chat;
import jim.chat.ChatFault;
import jim.chat.Person;
import jim.chat.Reply;
import jim.messenger.server.Visit.Wish;
import jim.messenger.store.Account;
import jim.protocol.JimFault;
import jim.protocol.JimMessage.Authenticate;
import jim.protocol.JimMessage.Presence;
import jim.protocol.Names;
import jim.protocol.Response;
import jim.protocol.Status;

/** How somebody comes to a name (protocol, section 3). For any thread. */
final class Logins {
    /** One answer for both, so that nobody learns which names there are. */
    private static final Response WRONG = Response.of(Status.WRONG_CREDENTIALS, "wrong name or password");

    private final Chat chat;
    private final Sessions sessions;
    private final Identities identities;
    private final Map<String, Object> limits;
    private final Consumer<Runnable> doors;

    /**
     * @param doors let in whoever waits, and then run what they are given
     */
    Logins(Chat chat, Sessions sessions, Identities identities, Consumer<Runnable> doors, int messageLimit) {
        this.chat = chat;
        this.identities = identities;
        this.sessions = sessions;
        this.limits = limits(messageLimit);
        this.doors = doors;
    }

    /** In this order. */
    private static Map<String, Object> limits(int messageLimit) {
        Map<String, Object> limits = new LinkedHashMap<>();
        limits.put("name", Names.MAX_LENGTH);
        limits.put("message", messageLimit);
        return limits;
    }

    /** Somebody wants a name that needs no password. */
    Answer guest(Session session, Presence presence) {
        Wish wish = new Wish(presence.account(), Extensions.of(presence.extensions()), presence.after(), false);
        Answer answer = Answer.later();
        take(session, wish, answer.when(person -> welcome(person, wish, Status.OK)));
        return answer;
    }

    /** Somebody has a password, or wants one. */
    Answer authenticate(Session session, Authenticate login) throws JimFault {
        if (login.password().isEmpty()) {
            throw JimFault.stay(Status.BAD_REQUEST, "field 'user.password': expected at least 1 character");
        }
        Wish wish = new Wish(login.account(), Extensions.of(login.extensions()), login.after(), true);
        return identities.isFree(login.account()) ? register(session, wish, login) : proven(session, wish, login);
    }

    /** First the name, then the password: of two who want to register one, only the one who has it can. */
    private Answer register(Session session, Wish wish, Authenticate login) {
        Answer answer = Answer.later();
        Function<Account, Response> words = account -> welcome(session.person(), wish, Status.CREATED);
        take(session, wish, new Reply<>() {
            @Override
            public void done(Person person) {
                keepPassword(session, login, answer.when(words));
            }

            @Override
            public void refused(ChatFault why) {
                answer.give(Refusals.of(why));
            }
        });
        return answer;
    }

    private void keepPassword(Session session, Authenticate login, Reply<Account> reply) {
        identities.register(login, new Reply<>() {
            @Override
            public void done(Account account) {
                reply.done(account);
            }

            @Override
            public void refused(ChatFault why) {
                session.giveUp();
                reply.refused(why);
            }
        });
    }

    private Answer proven(Session session, Wish wish, Authenticate login) throws JimFault {
        Answer answer = Answer.later();
        identities.fits(login, session.address()).whenComplete((fits, failure) -> {
            if (failure != null) {
                answer.give(Response.of(Status.UNAVAILABLE, "the password could not be looked at, try again"));
            } else if (fits) {
                take(session, wish, answer.when(person -> welcome(person, wish, Status.OK)));
            } else {
                answer.give(WRONG);
            }
        });
        return answer;
    }

    private void take(Session session, Wish wish, Reply<Person> reply) {
        try {
            Visit visit = session.prepare(wish);
            Person person = chat.login(wish.name(), visit);
            session.login(visit, person);
            // Of those who race for a name, each has connected by now, but a loop may be late to see it.
            doors.accept(() -> {
                session.begin();
                reply.done(person);
            });
        } catch (ChatFault fault) {
            Session holder = sessions.holder(wish.name());
            if (fault.kind() != ChatFault.Kind.NAME_IN_USE || holder == null || !holder.mayBeDead(session)) {
                reply.refused(fault);
            } else {
                takeFromTheDead(holder, fault, reply, () -> take(session, wish, reply));
            }
        }
    }

    private static void takeFromTheDead(Session holder, ChatFault refusal, Reply<Person> reply, Runnable again) {
        holder.isAlive().thenAccept(alive -> {
            if (alive && holder.hasItsName()) {
                reply.refused(refusal);
            } else {
                holder.giveUp();
                again.run();
            }
        });
    }

    private Response welcome(Person person, Wish wish, Status status) {
        Response welcome = Response.of(status, "welcome, " + person.name());
        return wish.extensions().asked()
                ? welcome.with("ext", wish.extensions().names()).with("limits", limits)
                : welcome;
    }
}
