package jim.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import jim.cli.Stop;

/** Lines that a person types, or that come through a pipe. */
final class Keyboard implements Input {
    private final BufferedReader lines;
    private final boolean terminal;
    private final Orders orders;
    private final String example;

    /**
     * Lines as they come.
     *
     * @param terminal whether a person types: then the end of the lines is the wish to quit. The end of a pipe is not,
     *     so that the launcher can run where there is no terminal at all.
     */
    Keyboard(BufferedReader lines, boolean terminal, Orders orders, Roster roster) {
        this.lines = lines;
        this.terminal = terminal;
        this.orders = orders;
        this.example = example(roster);
    }

    private static String example(Roster roster) {
        int last = Math.min(1, roster.clients().size() - 1);
        return roster.clients().get(0) + ": @" + roster.clients().get(last) + " hi";
    }

    @Override
    public String greeting() {
        return "To see a message delivered, type:  " + example + "\n"
                + "To end all of it: quit, or Ctrl-C. To see what else can be typed: help";
    }

    @Override
    public void run(Control control, Screen screen) throws InterruptedException, IOException {
        String line = lines.readLine();
        while (line != null) {
            obey(line, control, screen);
            line = control.isOver() ? null : lines.readLine();
        }
        if (!terminal && !control.isOver()) {
            awaitSignal();
        }
    }

    private void obey(String line, Control control, Screen screen) throws InterruptedException {
        try {
            Optional<Order> order = orders.read(line);
            if (order.isPresent()) {
                order.get().obey(control);
            }
        } catch (Stop stop) {
            screen.say(stop.getMessage());
        }
    }

    /** A signal ends the JVM, and its shutdown hook the children; this thread has nothing left to do. */
    private static void awaitSignal() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
