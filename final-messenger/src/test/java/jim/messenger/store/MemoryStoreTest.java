package jim.messenger.store;

import java.time.InstantSource;

class MemoryStoreTest extends MessageStoreContract {
    @Override
    MessageStore open() {
        return new MemoryStore(InstantSource.system());
    }
}
