package jim.bench;

import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import jim.decorators.Caller;
import jim.decorators.LoginRequired;
import jim.decorators.LoginRequiredProxy;
import jim.handlers.Commands;
import jim.handlers.Dispatcher;
import jim.handlers.Handles;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Msg;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What lesson 7's table of handlers adds to a call, and what lesson 6's decorator adds to that, as in the messenger. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DispatchBenchmark {
    /** What every action looks like. */
    interface Handler {
        int handle(Caller caller, JimMessage message) throws JimFault;
    }

    /** One action that does next to nothing. */
    static final class Actions {
        @Handles("msg")
        @LoginRequired
        int msg(Caller caller, Msg msg) {
            return msg.text().length();
        }
    }

    private final JimMessage message = new Msg("bob", "ann", "hello");
    private final Caller caller = () -> true;
    private final Actions actions = new Actions();
    private final Dispatcher<Class<?>, Handler> plain =
            Dispatcher.of(new Commands<>(Handler.class, new JimCodec()::typeOf, Function.identity()), actions);
    private final Dispatcher<Class<?>, Handler> guarded = plain.decorated((type, handler) -> LoginRequiredProxy.of(
            Handler.class, handler, (Method) plain.find(type).place()));

    /** No table: what the other figures are compared with. */
    @Benchmark
    public int direct() {
        return actions.msg(caller, (Msg) message);
    }

    /** Found in the table, and called. */
    @Benchmark
    public int dispatched() throws JimFault {
        return plain.find(message.getClass()).handler().handle(caller, message);
    }

    /** The same behind the decorator that lets in nobody who has not logged in. */
    @Benchmark
    public int dispatchedAndGuarded() throws JimFault {
        return guarded.find(message.getClass()).handler().handle(caller, message);
    }
}
