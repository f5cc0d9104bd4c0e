package jim.docs;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/**
 * The ports that a transcript names, moved to free ones by one and the same distance, so that a port and its neighbour
 * stay neighbours. A reader types 7777; the build must not care who listens there.
 */
final class Ports {
    private static final Pattern NAMED = Pattern.compile("(?:(?:-p|--port|--web|--text|--admin)[ =]"
            + "|(?:localhost|\\d+\\.\\d+\\.\\d+\\.\\d+|\\[?::1]?)[ :]|(?<=\\d{4}),)(\\d{4,5})\\b");
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{4,5}(?!\\d)");
    /** Beyond what servers use, below what the system gives to clients. */
    private static final int LOWEST = 15_000;

    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 200;

    private final Set<Integer> written;
    private final int distance;

    private Ports(Set<Integer> written, int distance) {
        this.written = written;
        this.distance = distance;
    }

    /** The ports in {@code commands}. */
    static Ports in(List<String> commands) {
        Set<Integer> written = new TreeSet<>();
        for (String command : commands) {
            NAMED.matcher(command).results().forEach(port -> written.add(Integer.valueOf(port.group(1))));
        }
        return new Ports(written, freeDistance(written));
    }

    /** {@code command} with the ports at which it really runs. */
    String real(String command) {
        return moved(command, port -> written.contains(port) ? port + distance : port);
    }

    /** {@code output} with the ports as they are written; a port's next neighbour is moved too. */
    String written(String output) {
        return moved(output, port -> isMoved(port - distance) ? port - distance : port);
    }

    private boolean isMoved(int port) {
        return written.contains(port) || written.contains(port - 1);
    }

    private static String moved(String text, IntUnaryOperator move) {
        return NUMBER.matcher(text)
                .replaceAll(number -> String.valueOf(move.applyAsInt(Integer.parseInt(number.group()))));
    }

    private static int freeDistance(Set<Integer> written) {
        Random random = new Random();
        for (int i = 0; i < ATTEMPTS && !written.isEmpty(); i++) {
            int distance = random.nextInt(LOWEST, HIGHEST) - written.iterator().next();
            if (written.stream().allMatch(port -> isFree(port + distance) && isFree(port + distance + 1))) {
                return distance;
            }
        }
        return 0;
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port)) {
            return probe.isBound();
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
