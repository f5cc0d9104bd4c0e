package jim.messenger.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jim.chat.ChatFault;
import jim.chat.Letter;
import jim.chat.Reply;

/**
 * The store of a folder in the hands of its operator, whether a server is running with it or not; that server notices within a
 * second what is changed here. Blocks. For one thread.
 */
public final class OperatedStore implements AutoCloseable {
    private final Path file;
    private final Statements statements;
    private final People people;

    private OperatedStore(Path file, Statements statements) throws SQLException {
        this.file = file;
        this.statements = statements;
        this.people = new People(statements);
        people.load();
    }

    /** The store in {@code folder}, which is made if it is not there. */
    public static OperatedStore openOrMake(Path folder) throws StoreFault {
        Path file = StoreFolder.database(folder);
        try {
            if (!StoreFolder.isHeld(folder)) {
                Opened.in(folder).close();
            }
            Statements statements = new Statements(Database.open(file));
            new Schema(statements, file).checkLatest();
            return new OperatedStore(file, statements);
        } catch (SQLException e) {
            throw Opened.unreadable(file, e);
        } catch (IOException e) {
            throw new StoreFault("cannot use the folder " + folder + " (" + e.getMessage() + "): make it yours.", e);
        }
    }

    /** The store in {@code folder}. */
    public static OperatedStore open(Path folder) throws StoreFault {
        try {
            Files.readAttributes(StoreFolder.database(folder), BasicFileAttributes.class);
        } catch (AccessDeniedException e) {
            throw new StoreFault(
                    "no permission to look into the folder " + folder
                            + ": do it as the user to whom it belongs, or name another one with --data.",
                    e);
        } catch (IOException e) {
            throw new StoreFault("there is no store in the folder " + folder + ": name the right one with --data.", e);
        }
        return openOrMake(folder);
    }

    /** Everybody who has been here. */
    public Collection<Account> accounts() {
        return people.accounts();
    }

    /** Who is called so; null for nobody. */
    public Account account(String key) {
        return people.account(key);
    }

    /** The rooms by their names as first written, and the keys of their members. */
    public Map<String, Set<String>> rooms() {
        return people.rooms();
    }

    /** As {@link MessageStore#add}. */
    public void add(Account account) throws ChatFault, StoreFault {
        Outcome<Account> outcome = new Outcome<>();
        change(people.adding(account, outcome), outcome);
    }

    /** As {@link MessageStore#replace}. */
    public void replace(Account account) throws ChatFault, StoreFault {
        Outcome<Account> outcome = new Outcome<>();
        change(people.replacing(account, outcome), outcome);
    }

    /** As {@link MessageStore#remove}. */
    public void remove(String key) throws ChatFault, StoreFault {
        Outcome<Account> outcome = new Outcome<>();
        change(people.removing(key, new Mailboxes(statements), outcome), outcome);
    }

    /** What was replied, before the asking has returned. */
    private static final class Outcome<T> implements Reply<T> {
        private ChatFault refusal;

        @Override
        public void done(T what) {}

        @Override
        public void refused(ChatFault why) {
            refusal = why;
        }
    }

    private void change(Change change, Outcome<?> outcome) throws ChatFault, StoreFault {
        try {
            statements.begin();
            change.make();
            statements.commit();
        } catch (SQLException e) {
            statements.rollback();
            throw new StoreFault("cannot write to " + file + " (" + e.getMessage() + "): nothing was changed.", e);
        }
        change.kept();
        if (outcome.refusal != null) {
            throw outcome.refusal;
        }
    }

    /** All messages that are kept, the oldest first; their {@code seq} is 0. */
    public void messages(Consumer<Letter> reader) throws StoreFault {
        try {
            statements.each("SELECT 0, " + Rows.MESSAGE + " FROM messages m ORDER BY id", row -> {
                Letter letter = Rows.letter(row);
                reader.accept(letter);
                return letter;
            });
        } catch (SQLException e) {
            throw Opened.unreadable(file, e);
        }
    }

    /** Writes all that is in the store at one moment to {@code copy}, which must not be there yet. */
    public void backUp(Path copy) throws StoreFault {
        if (Files.exists(copy)) {
            throw new StoreFault(copy + " is there already: name a file that is not.");
        }
        try {
            StoreFolder.makePrivate(copy);
            statements.run("VACUUM INTO '" + copy.toString().replace("'", "''") + "'");
            try (FileChannel written = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                written.force(true);
            }
        } catch (NoSuchFileException e) {
            throw new StoreFault(
                    "cannot write the copy " + copy + ": there is no folder " + copy.getParent()
                            + ". Make it, or name another place.",
                    e);
        } catch (AccessDeniedException e) {
            throw new StoreFault(
                    "cannot write the copy " + copy + ": no permission. Name a place where you may write.", e);
        } catch (SQLException | IOException e) {
            discard(copy);
            throw new StoreFault(
                    "cannot write the copy " + copy + " (" + e.getMessage() + "): is there room for it?", e);
        }
    }

    private static void discard(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            // It is of no use, and stays where it is.
        }
    }

    @Override
    public void close() throws StoreFault {
        try {
            statements.close();
        } catch (SQLException e) {
            throw Opened.unreadable(file, e);
        }
    }
}
