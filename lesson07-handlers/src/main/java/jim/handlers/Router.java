package jim.handlers;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import jim.handlers.Dispatcher.Entry;
import jim.protocol.Frame;
import jim.protocol.JimFault;

/** From a line to the line that answers it, whatever happens on the way. For any thread. */
final class Router implements AutoCloseable {
    private final Dispatcher<Integer, RequestHandler> handlers;
    private final RequestServer.Options options;
    private final HandlerLogs logs;
    private final Workers workers = new Workers(Runtime.getRuntime().availableProcessors());

    Router(Dispatcher<Integer, RequestHandler> handlers, RequestServer.Options options, HandlerLogs logs) {
        this.handlers = handlers;
        this.options = options;
        this.logs = logs;
    }

    /** Waits until the handler is done, or its time is up. */
    Frame answer(String address, Frame line) throws InterruptedException {
        Request request;
        try {
            request = options.reader().read(address, line);
        } catch (JimFault fault) {
            return Answer.error(Answer.BAD_REQUEST, fault.getMessage()).frame();
        } catch (RuntimeException e) {
            logs.server().error("a line of {} could not be read", address, e);
            return Answer.error(Answer.FAILED, "the line could not be read, and nothing was done")
                    .frame();
        }
        Entry<RequestHandler> entry = handlers.find(request.cmdid());
        return entry == null ? unknown(request) : handled(request, entry);
    }

    private Frame unknown(Request request) {
        String known =
                handlers.commands().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        return Answer.error(Answer.UNKNOWN_COMMAND, "unknown command " + request.cmdid() + ", there are " + known)
                .frame();
    }

    private Frame handled(Request request, Entry<RequestHandler> entry) throws InterruptedException {
        Duration limit = entry.mark(TimeLimit.class)
                .map(own -> Duration.ofMillis(own.value()))
                .orElse(options.timeLimit());
        try {
            return workers.call(() -> entry.handler().handle(request).frame(), limit);
        } catch (TimeoutException e) {
            logs.of(request.cmdid()).warn("{} took longer than {} ms", request, limit.toMillis());
            return Answer.error(
                            Answer.TIMED_OUT,
                            "command " + request.cmdid() + " took longer than " + limit.toMillis()
                                    + " ms, and was stopped")
                    .frame();
        } catch (ExecutionException e) {
            return failed(request, e.getCause());
        }
    }

    private Frame failed(Request request, Throwable why) {
        if (why instanceof JimFault fault) {
            return Answer.error(fault.answer().code(), fault.getMessage()).frame();
        }
        logs.of(request.cmdid()).error("{} failed", request, why);
        return Answer.error(
                        Answer.FAILED,
                        "command " + request.cmdid() + " failed; what it has done until then is not known")
                .frame();
    }

    @Override
    public void close() {
        workers.close();
    }
}
