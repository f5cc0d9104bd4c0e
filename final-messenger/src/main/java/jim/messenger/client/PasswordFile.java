package jim.messenger.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import jim.cli.Stop;

/** A file whose first line is a password: on the command line everybody on the computer could read it. */
final class PasswordFile {
    private PasswordFile() {}

    static String read(String file) throws Stop {
        String line;
        try (BufferedReader reader = Files.newBufferedReader(Path.of(file), UTF_8)) {
            line = reader.readLine();
        } catch (IOException e) {
            throw unusable(file, reason(e));
        }
        if (line == null || line.isEmpty()) {
            throw unusable(file, "its first line is empty");
        }
        return line;
    }

    private static String reason(IOException why) {
        if (why instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (why instanceof AccessDeniedException) {
            return "you may not read it";
        }
        return why instanceof CharacterCodingException ? "it is no text in UTF-8" : String.valueOf(why.getMessage());
    }

    private static Stop unusable(String file, String why) {
        return Stop.usage("there is no password to be read from " + file + " (" + why + ").\n"
                + "Write the password into its first line, or name another file: --password-file FILE");
    }
}
