package jim.messenger.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jim.chat.ChatFault;
import jim.chat.Reply;

/** A reply that a test waits for. */
final class Answered<T> implements Reply<T> {
    private static final int PATIENCE_SECONDS = 20;

    private final CompletableFuture<T> answer = new CompletableFuture<>();

    @Override
    public void done(T what) {
        if (!answer.complete(what)) {
            throw new IllegalStateException("answered twice");
        }
    }

    @Override
    public void refused(ChatFault why) {
        if (!answer.completeExceptionally(why)) {
            throw new IllegalStateException("answered twice");
        }
    }

    /** What was replied. */
    T await() throws ChatFault {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw (ChatFault) e.getCause();
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("no reply", e);
        }
    }

    /** Why it was refused. */
    ChatFault awaitRefusal() {
        try {
            throw new AssertionError("expected a refusal, not " + await());
        } catch (ChatFault why) {
            return why;
        }
    }
}
