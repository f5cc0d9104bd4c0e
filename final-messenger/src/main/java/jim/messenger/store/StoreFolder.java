package jim.messenger.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** The folder of a store, held by one server at a time. Only its owner may look into it, where the system knows owners. */
final class StoreFolder implements AutoCloseable {
    private static final String DATABASE = "messages.db";
    private static final String LOCK = "lock";
    private static final String TRIAL = "trial";
    /** More than a group of changes takes, unless most of it are very long texts. */
    private static final int TRIAL_BYTES = 4 << 20;

    private final Path folder;
    private final FileChannel lock;

    private StoreFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** The file in {@code folder} in which everything is. */
    static Path database(Path folder) {
        return folder.resolve(DATABASE);
    }

    /** Takes {@code folder}, which is made if it is not there. */
    static StoreFolder hold(Path folder) throws StoreFault {
        try {
            makeOurs(folder);
            StoreFolder held = new StoreFolder(folder, locked(folder));
            // SQLite gives the files that it makes beside this one the same permissions.
            makePrivate(held.database());
            return held;
        } catch (FileAlreadyExistsException e) {
            throw new StoreFault(folder + " is a file, not a folder: choose another one with --data.", e);
        } catch (IOException e) {
            throw new StoreFault(
                    "cannot write into the folder " + folder + " (" + e.getMessage()
                            + "): make it yours, or choose another one with --data.",
                    e);
        }
    }

    private static void makeOurs(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> there = Files.list(folder)) {
            if (there.findAny().isEmpty()) {
                permit(folder, "rwx------");
            }
        }
    }

    private static FileChannel locked(Path folder) throws IOException, StoreFault {
        Path file = folder.resolve(LOCK);
        makePrivate(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new StoreFault("another server is running with the folder " + folder
                    + ": stop it, or choose another folder with --data.");
        }
        return channel;
    }

    /** Whether a server is running with {@code folder}. */
    static boolean isHeld(Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return tryLock(channel) == null;
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Makes {@code file} if it is not there, so that only its owner may read it. */
    static void makePrivate(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        permit(file, "rw-------");
    }

    private static void permit(Path path, String permissions) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }

    Path database() {
        return database(folder);
    }

    /** Writes a large file to the disk and takes it away again; throws when there is no room for it. */
    void tryToWrite() throws IOException {
        Path file = folder.resolve(TRIAL);
        makePrivate(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.allocate(TRIAL_BYTES);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Lets another server have it. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
