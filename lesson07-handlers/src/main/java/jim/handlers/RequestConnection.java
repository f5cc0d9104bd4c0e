package jim.handlers;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import jim.protocol.Frame;
import jim.protocol.FrameReader;
import jim.protocol.JimFault;
import org.apache.logging.log4j.Logger;

/** One client, with a thread of its own: read a line, answer it, read the next, for as long as the client likes. */
final class RequestConnection {
    private static final int STACK_BYTES = 256 * 1_024;
    private static final Frame TOO_LONG = Answer.error(
                    Answer.TOO_LONG,
                    "the line is longer than " + RequestServer.MAX_LINE + " bytes, and nothing was done")
            .frame();
    private static final Frame CUT_OFF = Answer.error(
                    Answer.BAD_REQUEST, "the connection ended inside a line, and nothing was done: end a line with \\n")
            .frame();

    private final Socket socket;
    private final String address;
    private final Router router;
    private final Logger log;
    private volatile boolean writing;
    private volatile long writingSince;
    private volatile Thread thread;

    RequestConnection(Socket socket, Router router, Logger log) {
        this.socket = socket;
        this.address = text((InetSocketAddress) socket.getRemoteSocketAddress());
        this.router = router;
        this.log = log;
    }

    private static String text(InetSocketAddress peer) {
        String host = peer.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + peer.getPort();
    }

    /** Begins to read; {@code atEnd} is run when it has ended. */
    void start(Runnable atEnd) {
        Runnable work = () -> {
            serve();
            atEnd.run();
        };
        thread = new Thread(null, work, "connection-" + address, STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        log.info("{} connected", address);
        try (socket) {
            // A client that has lost its power says nothing; the system asks for it now and then.
            socket.setKeepAlive(true);
            answerAll(new FrameReader(socket.getInputStream(), new LineFraming(RequestServer.MAX_LINE)));
            log.info("{} left", address);
        } catch (IOException e) {
            log.info("{} was lost: {}", address, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answerAll(FrameReader in) throws IOException, InterruptedException {
        try {
            for (Frame answer = next(in); answer != null; answer = next(in)) {
                write(answer);
            }
        } catch (EOFException e) {
            write(CUT_OFF);
        }
    }

    private Frame next(FrameReader in) throws IOException, InterruptedException {
        try {
            Frame line = in.read();
            return line == null ? null : router.answer(address, line);
        } catch (JimFault fault) {
            return TOO_LONG;
        }
    }

    private void write(Frame answer) throws IOException {
        writingSince = System.nanoTime();
        writing = true;
        socket.getOutputStream().write(answer.toByteArray());
        writing = false;
    }

    /** Closes it when its client has not read an answer for so long; a write has no time-out of its own. */
    void closeIfStuckFor(Duration patience) {
        if (writing && System.nanoTime() - writingSince > patience.toNanos()) {
            log.warn("{} does not read its answers: closed", address);
            close();
        }
    }

    /** Reads no more; what was read is still answered. */
    void finish() {
        try {
            socket.shutdownInput();
        } catch (IOException e) {
            // It has ended by itself.
        }
    }

    /** Waits for the end that {@link #finish} has begun, and ends it if there is none. */
    void awaitEnd(Duration patience) throws InterruptedException {
        thread.join(Math.max(1, patience.toMillis()));
        close();
    }

    private void close() {
        try {
            socket.close();
        } catch (IOException e) {
            log.warn("{} cannot be closed", address, e);
        }
    }
}
