package jim.reliability;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import jim.reliability.host.Faults;

/** Something that happens to a disk, and that ends. */
interface Trouble {
    void begin() throws IOException;

    void end() throws IOException;

    /** What is written fails with {@code error}. */
    static Trouble writing(Faults faults, int error) {
        return switched(() -> faults.failWrites(error), () -> faults.failWrites(0));
    }

    /** What is written fails only when it is waited for. */
    static Trouble waiting(Faults faults, int error) {
        return switched(() -> faults.failSyncs(error), () -> faults.failSyncs(0));
    }

    /** {@code ballast} fills the file system in which it is. */
    static Trouble full(Path ballast) {
        return new Trouble() {
            @Override
            public void begin() throws IOException {
                try (OutputStream out = Files.newOutputStream(ballast)) {
                    byte[] page = new byte[4_096];
                    while (ballast.toFile().getUsableSpace() > 0) {
                        out.write(page);
                    }
                } catch (IOException full) {
                    // That is what we want.
                }
            }

            @Override
            public void end() throws IOException {
                Files.delete(ballast);
            }
        };
    }

    private static Trouble switched(Runnable on, Runnable off) {
        return new Trouble() {
            @Override
            public void begin() {
                on.run();
            }

            @Override
            public void end() {
                off.run();
            }
        };
    }
}
