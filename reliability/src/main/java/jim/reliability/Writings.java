package jim.reliability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jim.reliability.host.ServerProcess;

/** All that a server has printed and logged so far, line by line. */
record Writings(List<String> all) {
    static Writings of(ServerProcess server) throws IOException {
        List<String> all = new ArrayList<>();
        for (Path file : server.writings()) {
            // A log may hold anything: no byte of it may be passed over.
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().forEach(all::add);
        }
        return new Writings(all);
    }

    /** Those in which {@code regex} is found. */
    List<String> lines(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return all.stream().filter(line -> pattern.matcher(line).find()).toList();
    }
}
