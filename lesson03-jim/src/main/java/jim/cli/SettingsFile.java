package jim.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A file of {@link Properties}, in UTF-8. */
final class SettingsFile {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SettingsFile() {}

    /**
     * What stands in {@code file}.
     *
     * @param namedBy what names the file, such as {@code --config}
     */
    static Map<String, String> read(String file, String namedBy) throws Stop {
        Once lines = new Once();
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            skipMark(reader);
            lines.load(reader);
        } catch (IOException | InvalidPathException e) {
            throw Stop.usage("cannot read the file " + file + " that " + namedBy + " names: " + reason(file, e)
                    + ".\nName another with " + namedBy + ", or leave it out.");
        } catch (IllegalArgumentException e) {
            throw Stop.usage(
                    "cannot read the file " + file + ": behind \\u stand four digits (" + e.getMessage() + ").");
        }
        return lines.checked(file);
    }

    /** Some editors put a mark before a text to say that it is in UTF-8. */
    private static void skipMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    private static String reason(String file, Exception why) {
        if (why instanceof NoSuchFileException) {
            return "there is none";
        }
        if (why instanceof AccessDeniedException) {
            return "no permission";
        }
        if (why instanceof CharacterCodingException) {
            return "it is not in UTF-8";
        }
        return Files.isDirectory(Path.of(file)) ? "it is a folder" : String.valueOf(why.getMessage());
    }

    /** Lines of which no two have one name: the library would quietly take the last. */
    private static final class Once extends Properties {
        private static final long serialVersionUID = 1L;

        private final Map<String, String> lines = new TreeMap<>();
        private String twice;

        @Override
        public synchronized Object put(Object name, Object value) {
            if (lines.put((String) name, (String) value) != null) {
                twice = (String) name;
            }
            return super.put(name, value);
        }

        synchronized Map<String, String> checked(String file) throws Stop {
            if (twice != null) {
                throw Stop.usage("'" + twice + "' stands twice in " + file + ": take one of them away.");
            }
            return lines;
        }
    }
}
