package jim.messenger.store;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends MessageStoreContract {
    @TempDir
    Path folder;

    @Override
    MessageStore open() throws StoreFault {
        return SqliteStore.open(folder, InstantSource.system(), why -> fail("cannot write", why));
    }
}
