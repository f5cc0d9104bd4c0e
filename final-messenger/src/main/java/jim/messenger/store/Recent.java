package jim.messenger.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import jim.chat.Letter;

/** The latest messages of all conversations, as many as fit. Their ids follow each other, and say where each stands. For any thread. */
final class Recent {
    private static final int SIZE = 1 << 14;

    private final AtomicReferenceArray<Letter> ring = new AtomicReferenceArray<>(SIZE);

    void add(Letter letter) {
        ring.setRelease((int) (letter.id() & (SIZE - 1)), letter);
    }

    /** What {@code query} asks for, of what was said at {@code beginning} or later. */
    History history(HistoryQuery query, Instant beginning) {
        List<Letter> found = matching(query, beginning);
        int most = Math.min(query.most(), found.size());
        List<Letter> page =
                query.after() > 0 ? found.subList(0, most) : found.subList(found.size() - most, found.size());
        return new History(page, most == found.size());
    }

    private List<Letter> matching(HistoryQuery query, Instant beginning) {
        List<Letter> found = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            Letter letter = ring.get(i);
            if (letter != null
                    && query.asksFor(letter)
                    && !letter.message().at().isBefore(beginning)) {
                found.add(letter);
            }
        }
        found.sort(Comparator.comparingLong(Letter::id));
        return found;
    }
}
