package jim.launcher;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jim.cli.Stop;

/** Control lines from a file, all of them understood before the first is obeyed. */
record Script(Path file, List<Step> steps) implements Input {
    /** One line of the file; {@code place} names the file and the line. */
    record Step(String place, String text, Order order) {
        /** Shows the line as if it were typed; an expectation shows itself by the line that comes. */
        void show(Screen screen) {
            if (!Word.isExpectation(text)) {
                screen.say("> " + text);
            }
        }

        /** Obeys the line; what goes wrong is told with its place. */
        void obey(Control control) throws Stop, InterruptedException {
            try {
                order.obey(control);
            } catch (Stop stop) {
                throw at(place, stop);
            }
        }
    }

    @Override
    public String greeting() {
        return "Playing " + file + ".";
    }

    @Override
    public void run(Control control, Screen screen) throws Stop, InterruptedException {
        for (Step step : steps) {
            if (!control.isOver()) {
                step.show(screen);
                step.obey(control);
            }
        }
    }

    /** Reads {@code file}; a mistake in it is told with its line. */
    static Script read(Path file, Orders orders) throws Stop {
        List<String> lines = lines(file);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String place = file + ", line " + (i + 1);
            String text = lines.get(i).strip();
            order(place, text, orders).ifPresent(order -> steps.add(new Step(place, text, order)));
        }
        return new Script(file, steps);
    }

    private static Optional<Order> order(String place, String text, Orders orders) throws Stop {
        try {
            return orders.read(text);
        } catch (Stop stop) {
            throw at(place, stop);
        }
    }

    private static Stop at(String place, Stop stop) {
        return new Stop(stop.code(), place + ": " + stop.getMessage());
    }

    private static List<String> lines(Path file) throws Stop {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw Stop.usage("there is no script " + file + ".");
        } catch (MalformedInputException e) {
            throw Stop.usage("the script " + file + " is no text in UTF-8.");
        } catch (IOException e) {
            throw Stop.usage("the script " + file + " cannot be read: " + e.getMessage());
        }
    }
}
