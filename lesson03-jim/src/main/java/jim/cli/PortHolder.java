package jim.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jim.protocol.VisibleText;

/**
 * Which program of this computer listens on a port, as far as the system tells: Linux does, under {@code /proc}, and of
 * others' programs to the administrator alone. Only the program is named, and its jar, since a command line may hold secrets.
 */
final class PortHolder {
    private static final String LISTENS = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private final Path proc;
    private final String system;

    /**
     * @param proc where Linux tells of processes
     * @param system the name of the operating system, as Java has it
     */
    PortHolder(Path proc, String system) {
        this.proc = proc;
        this.system = system.toLowerCase(Locale.ROOT);
    }

    static PortHolder here() {
        return new PortHolder(Path.of("/proc"), System.getProperty("os.name"));
    }

    /** The program that listens on {@code port}, for a sentence; or that there is one, and how to find out which. */
    String told(int port) {
        Set<String> sockets = listening(port);
        Path process = sockets.isEmpty() ? null : processWith(sockets);
        return process == null
                ? "another program on this computer listens on it (which one, says: " + command(port) + ")"
                : program(process) + " (pid " + process.getFileName() + ") listens on it";
    }

    private String command(int port) {
        if (system.startsWith("windows")) {
            return "netstat -ano";
        }
        return system.startsWith("linux") ? "sudo ss -ltnp sport = :" + port : "sudo lsof -nP -iTCP:" + port;
    }

    /** The sockets that listen there, as the descriptors of a process name them. */
    private Set<String> listening(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            for (String line : lines(proc.resolve(table))) {
                String[] words = line.strip().split("\\s+", -1);
                if (words.length > INODE && words[STATE].equals(LISTENS) && port(words[ADDRESS]) == port) {
                    sockets.add("socket:[" + words[INODE] + "]");
                }
            }
        }
        return sockets;
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
    }

    /** The first process that has one of {@code sockets}; null when none is known. */
    private Path processWith(Set<String> sockets) {
        return in(proc, "[0-9]*").stream()
                .filter(process -> in(process.resolve("fd"), "*").stream().anyMatch(fd -> sockets.contains(target(fd))))
                .findFirst()
                .orElse(null);
    }

    private static String program(Path process) {
        String name = String.join("", lines(process.resolve("comm")));
        return VisibleText.of(name.equals("java") ? name + jar(process) : name);
    }

    private static String jar(Path process) {
        List<String> words =
                List.of(String.join("\n", lines(process.resolve("cmdline"))).split("\0", -1));
        int jar = words.indexOf("-jar") + 1;
        boolean isNamed = jar > 0 && jar < words.size() && words.get(jar).endsWith(".jar");
        return isNamed ? " -jar " + Path.of(words.get(jar)).getFileName() : "";
    }

    /** What others' processes have, and what has just ended, cannot be looked at: there is nothing, then. */
    private static List<Path> in(Path folder, String names) {
        List<Path> there = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, names)) {
            found.forEach(there::add);
        } catch (IOException e) {
            return List.of();
        }
        return there;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
