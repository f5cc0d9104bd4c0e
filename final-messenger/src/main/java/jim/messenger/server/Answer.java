package jim.messenger.server;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import jim.chat.ChatFault;
import jim.chat.Reply;
import jim.protocol.Response;

/** What a request is answered with: there at once, or later. It is given once. For any thread. */
final class Answer {
    /** Guarded by this, as is who waits for it. */
    private Response response;

    private Consumer<Response> waiting;

    private Answer(Response response) {
        this.response = response;
    }

    /** One that is there. */
    static Answer of(Response response) {
        return new Answer(Objects.requireNonNull(response));
    }

    /** One that somebody gives later. */
    static Answer later() {
        return new Answer(null);
    }

    /** Something whose reply is this answer, in the words of {@code words}. */
    <T> Reply<T> when(Function<T, Response> words) {
        return new Reply<>() {
            @Override
            public void done(T what) {
                give(words.apply(what));
            }

            @Override
            public void refused(ChatFault why) {
                give(Refusals.of(why));
            }
        };
    }

    /** Here it is. */
    void give(Response given) {
        Consumer<Response> listener;
        synchronized (this) {
            response = given;
            listener = waiting;
        }
        if (listener != null) {
            listener.accept(given);
        }
    }

    /** Runs {@code listener} with it when it is there, perhaps at once. One alone may wait for it. */
    void whenGiven(Consumer<Response> listener) {
        Response given;
        synchronized (this) {
            waiting = listener;
            given = response;
        }
        if (given != null) {
            listener.accept(given);
        }
    }

    /** What it is; null when it is not there yet. */
    synchronized Response response() {
        return response;
    }

    @Override
    public String toString() {
        Response given = response();
        return given == null ? "later" : given.toString();
    }
}
