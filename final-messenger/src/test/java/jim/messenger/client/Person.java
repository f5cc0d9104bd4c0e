package jim.messenger.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import jim.cli.ExitCode;
import jim.cli.Program;
import jim.logging.LogFile;
import jim.testkit.ScriptedPeer;

/** Somebody who types into the console client and reads what it prints. For one thread. */
final class Person implements AutoCloseable {
    private final PipedOutputStream keyboard = new PipedOutputStream();
    private final BlockingQueue<String> screen = new LinkedBlockingQueue<>();
    private final CompletableFuture<ExitCode> visit;

    private Person(UnaryOperator<Console> seat, String... line) throws IOException {
        Console console =
                seat.apply(new PipeConsole(new PipedInputStream(keyboard), new PrintStream(new Lines(), true, UTF_8)));
        PrintStream errors = new PrintStream(new Lines(), true, UTF_8);
        visit = CompletableFuture.supplyAsync(
                () -> Program.run(
                        ClientMain.USAGE,
                        line,
                        arguments -> ClientMain.run(
                                arguments, console, LogFile.none().logger()),
                        errors,
                        errors),
                task -> new Thread(task, "person").start());
    }

    /** Somebody who has started the client with {@code options} and the address of {@code server}. */
    static Person at(InetSocketAddress server, String... options) throws IOException {
        return new Person(pipe -> pipe, line(server, options));
    }

    /** Somebody who has started the client in the same way, and sits at a terminal. */
    static Person atTerminal(InetSocketAddress server, String... options) throws IOException {
        return new Person(Seat::new, line(server, options));
    }

    private static String[] line(InetSocketAddress server, String... options) {
        List<String> line =
                new ArrayList<>(List.of(server.getAddress().getHostAddress(), String.valueOf(server.getPort())));
        line.addAll(List.of(options));
        return line.toArray(String[]::new);
    }

    /** Somebody who is connected as {@code name} and has seen no help. */
    static Person named(String name, InetSocketAddress server) throws IOException {
        Person person = at(server, "--brief", "-n", name);
        person.reads("Connected to 127.0.0.1:" + server.getPort() + " as " + name + ".");
        return person;
    }

    /** Types each of {@code lines}, and Enter. */
    Person types(String... lines) throws IOException {
        for (String line : lines) {
            keyboard.write((line + "\n").getBytes(UTF_8));
        }
        keyboard.flush();
        return this;
    }

    /** Waits for each of {@code lines}, which must be the next ones on the screen. */
    Person reads(String... lines) {
        for (String line : lines) {
            String next = next();
            if (!next.equals(line)) {
                throw new AssertionError("expected on the screen: " + line + "\nbut there was:          " + next);
            }
        }
        return this;
    }

    /** Waits for the next line. */
    String next() {
        try {
            String line = screen.poll(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("nothing more on the screen");
            }
            return line;
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** Waits for a message, which must be the next line, and leaves its time out: {@code ann: hi}. */
    String nextMessage() {
        String line = next();
        if (!line.matches("\\[\\d\\d:\\d\\d:\\d\\d\\] .*")) {
            throw new AssertionError("expected a message on the screen, but there was: " + line);
        }
        return line.substring("[12:00:00] ".length());
    }

    /** Ends the input, waits until the client has ended, and returns how. */
    ExitCode leaves() throws IOException {
        keyboard.close();
        return ends();
    }

    /** Waits until the client has ended by itself, and returns how. */
    ExitCode ends() {
        return visit.orTimeout(ScriptedPeer.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** What is on the screen and was not read yet. */
    List<String> rest() {
        List<String> rest = new ArrayList<>();
        screen.drainTo(rest);
        return rest;
    }

    @Override
    public void close() throws IOException {
        leaves();
    }

    /** What a terminal is to the client: somebody can be asked again, and unseen. */
    private record Seat(Console pipe) implements Console {
        @Override
        public void show(String line) {
            pipe.show(line);
        }

        @Override
        public void showMessage(String time, String from, String text) {
            pipe.showMessage(time, from, text);
        }

        @Override
        public String read(String prompt) {
            return pipe.read(prompt);
        }

        @Override
        public String readHidden(String prompt) {
            return pipe.read(prompt + " (unseen)");
        }

        @Override
        public boolean isInteractive() {
            return true;
        }

        @Override
        public void close() {
            pipe.close();
        }
    }

    /** Cuts what is printed into lines. */
    private final class Lines extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int b) {
            if (b == '\n') {
                screen.add(line.toString(UTF_8));
                line.reset();
            } else {
                line.write(b);
            }
        }
    }
}
