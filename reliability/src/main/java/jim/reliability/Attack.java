package jim.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import jim.reliability.host.Launch;

/**
 * What an attack has at hand.
 *
 * @param jar the server's
 * @param folder a fresh one, for everything that the attack leaves behind
 * @param seed all that is random follows from it
 * @param rounds how many attacks there are to be
 */
record Attack(Path jar, Path folder, long seed, int rounds) {
    /** Random numbers that are the same for the same seed and {@code purpose}. */
    Random random(int purpose) {
        return new Random(seed * 1_000_003 + purpose);
    }

    /** The same in a folder of its own, below this one. */
    Attack in(String place) throws IOException {
        return new Attack(jar, Files.createDirectory(folder.resolve(place)), seed, rounds);
    }

    /** A server with {@code options}, in the attack's folder. */
    Launch server(String... options) {
        return Launch.of(jar, folder, options);
    }
}
