package jim.messenger.server;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import jim.chat.ChatFault;
import jim.chat.Reply;
import jim.protocol.Response;

/** What a request is answered with: there at once, or later. It is given once. For any thread. */
final class Answer {
    /** Null; then who waits for it, a {@link Waiting}, if somebody does; and in the end the answer itself. */
    private final AtomicReference<Object> state;

    private record Waiting(Consumer<Response> listener) {}

    private Answer(Response response) {
        state = new AtomicReference<>(response);
    }

    /** One that is there. */
    static Answer of(Response response) {
        return new Answer(Objects.requireNonNull(response));
    }

    /** One that somebody gives later. */
    static Answer later() {
        return new Answer(null);
    }

    /** One that {@code finding} says, run by {@code executor}, which hears what that throws. */
    static Answer by(Executor executor, Supplier<Response> finding) {
        Answer answer = later();
        executor.execute(() -> {
            Response found = Refusals.OUR_FAULT;
            try {
                found = finding.get();
            } finally {
                // Whatever has happened: the answers behind it wait for this one.
                answer.give(found);
            }
        });
        return answer;
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
        if (state.getAndSet(given) instanceof Waiting waiting) {
            waiting.listener().accept(given);
        }
    }

    /** Runs {@code listener} with it when it is there, perhaps at once. One alone may wait for it. */
    void whenGiven(Consumer<Response> listener) {
        if (!state.compareAndSet(null, new Waiting(listener))) {
            listener.accept(response());
        }
    }

    /** What it is; null when it is not there yet. */
    Response response() {
        return state.get() instanceof Response response ? response : null;
    }

    @Override
    public String toString() {
        Response given = response();
        return given == null ? "later" : given.toString();
    }
}
