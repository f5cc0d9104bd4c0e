package jim.messenger.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jim.chat.ChatFault;
import jim.chat.Reply;
import jim.messenger.admin.AdminDoor;
import jim.messenger.store.MessageStore;

/** Whether a store keeps what it is asked to, found out by asking it. Blocks; for any thread but those that serve. */
record StoreHealth(MessageStore store, Duration patience) implements AdminDoor.Health {
    @Override
    public Optional<String> problem() {
        CompletableFuture<Optional<String>> problem = new CompletableFuture<>();
        store.tryOut(new Reply<>() {
            @Override
            public void done(String what) {
                problem.complete(Optional.empty());
            }

            @Override
            public void refused(ChatFault why) {
                problem.complete(Optional.of(why.getMessage()));
            }
        });
        try {
            return problem.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Optional.of("the store has kept nothing for " + patience.toMillis() + " ms: look at its disk");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the server is stopping");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
