package jim.reliability.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A system that lies to a server: about the time, and about what becomes of what it writes. It is a library in C that is put
 * between the two ({@code faults.c}), and a file with controls that both of us have open. For one thread.
 */
public final class Faults {
    /** The disk is full, as Linux has it. */
    public static final int ENOSPC = 28;

    /** The disk fails, as Linux has it. */
    public static final int EIO = 5;

    private static final int CLOCK = 0;
    private static final int WRITE = 8;
    private static final int SYNC = 12;
    private static final int SIZE = 16;

    private final Path library;
    private final Path file;
    private final MappedByteBuffer controls;

    private Faults(Path library, Path file, MappedByteBuffer controls) {
        this.library = library;
        this.file = file;
        this.controls = controls;
    }

    /** A system that does not lie yet, with its files in {@code folder}; empty when there is no C compiler, or no Linux. */
    public static Optional<Faults> in(Path folder) throws IOException, InterruptedException {
        Path library = folder.resolve("faults.so");
        if (!System.getProperty("os.name").equals("Linux") || !isCompiled(folder, library)) {
            return Optional.empty();
        }
        Path file = folder.resolve("faults");
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer controls = channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE);
            controls.order(ByteOrder.nativeOrder());
            return Optional.of(new Faults(library, file, controls));
        }
    }

    private static boolean isCompiled(Path folder, Path library) throws IOException, InterruptedException {
        Path source = folder.resolve("faults.c");
        try (InputStream in = Faults.class.getResourceAsStream("faults.c")) {
            Files.copy(in, source);
        }
        ProcessBuilder compiler = new ProcessBuilder(
                "cc", "-shared", "-fPIC", "-O2", "-o", library.toString(), source.toString(), "-ldl");
        try {
            return compiler.inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            return false; // There is no such program.
        }
    }

    /** {@code launch} of a server to which the system lies. */
    public Launch around(Launch launch) {
        return launch.in(Map.of("LD_PRELOAD", library.toString(), "FAULTS_FILE", file.toString()));
    }

    /** From now on the wall clock is wrong by so much. */
    public void moveClock(Duration by) {
        controls.putLong(CLOCK, by.toNanos());
    }

    /** From now on writes to the database fail with {@code error}; 0 for none. */
    public void failWrites(int error) {
        controls.putInt(WRITE, error);
    }

    /** From now on waits for the disk fail with {@code error}; 0 for none. */
    public void failSyncs(int error) {
        controls.putInt(SYNC, error);
    }
}
