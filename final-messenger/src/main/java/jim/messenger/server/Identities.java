package jim.messenger.server;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import jim.chat.ChatFault;
import jim.chat.Reply;
import jim.messenger.delivery.Accounts;
import jim.messenger.identity.Passwords;
import jim.messenger.limits.LoginAttempts;
import jim.messenger.store.Account;
import jim.messenger.store.MessageStore;
import jim.protocol.JimFault;
import jim.protocol.JimMessage.Authenticate;
import jim.protocol.Names;
import jim.protocol.Status;

/**
 * Who has which password (protocol, section 3). A password is looked at by threads of its own; whoever asks goes on there.
 * For any thread.
 */
final class Identities implements AutoCloseable {
    private final MessageStore store;
    private final Accounts accounts;
    private final InstantSource clock;
    private final Passwords passwords = new Passwords();
    private final LoginAttempts attempts = new LoginAttempts(System::nanoTime);

    /**
     * @param accounts who may come, and so who may take a new password
     */
    Identities(MessageStore store, Accounts accounts, InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whether nobody has a password for {@code name} yet, and whoever comes may take one. */
    boolean isFree(String name) {
        Account account = store.account(Names.key(name));
        return accounts != Accounts.CLOSED && (account == null || !account.isProtected());
    }

    /**
     * Whether it is the right password; takes as long when there is nobody of that name.
     *
     * @throws JimFault when that was asked too often, or by too many
     */
    CompletionStage<Boolean> fits(Authenticate login, InetAddress from) throws JimFault {
        String key = Names.key(login.account());
        long wait = attempts.secondsToWait(key, from);
        if (wait > 0) {
            throw JimFault.stay(
                    Status.TOO_MANY_REQUESTS, "too many attempts for this name, try again in " + wait + " s");
        }
        Account account = store.account(key);
        String hash = account == null ? null : account.password();
        return passwords.matches(login.password(), hash).thenApply(fits -> {
            if (fits && hash != null) {
                attempts.succeeded(key, from);
                renew(account, login.password());
            }
            return fits && hash != null;
        });
    }

    /** What was hashed as it was usual years ago is hashed as it is usual now. */
    private void renew(Account account, String password) {
        if (Passwords.isOutdated(account.password())) {
            try {
                passwords.hash(password).thenAccept(hash -> store.replace(account.withPassword(hash), Reply.unheard()));
            } catch (JimFault busy) {
                // The next login will do it.
            }
        }
    }

    /** Takes a name for good, with a password; refused when somebody was faster, or when too many want that. */
    void register(Authenticate login, Reply<Account> reply) {
        try {
            passwords.hash(login.password()).whenComplete((hash, failure) -> {
                if (failure == null) {
                    store.add(new Account(login.account(), hash, clock.instant()), reply);
                } else {
                    reply.refused(notKept("the password could not be kept, try again"));
                }
            });
        } catch (JimFault busy) {
            reply.refused(notKept(busy.getMessage()));
        }
    }

    private static ChatFault notKept(String why) {
        return new ChatFault(ChatFault.Kind.NOT_KEPT, why);
    }

    @Override
    public void close() {
        passwords.close();
    }
}
