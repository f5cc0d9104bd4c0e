package jim.chat.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import jim.chat.Chat;
import jim.chat.Post;

/** A chat at noon, and guests who write down what they read. */
final class Party {
    private static final int MAX_TEXT = 100;
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

    private final LineChat chat;

    /** A chat that keeps nothing. */
    Party() {
        this(null);
    }

    /** A chat that keeps what {@code post} keeps. */
    Party(Post post) {
        Chat people = new Chat(NOON, new Chat.Limits(MAX_TEXT, text -> true, 3), post, thrown -> {
            throw new AssertionError(thrown);
        });
        this.chat = new LineChat(people, ZoneOffset.UTC);
    }

    /** A guest, and what that guest reads. */
    record Seat(Guest guest, Paper paper) {
        /** Types {@code lines}, one after the other. */
        Seat types(String... lines) {
            for (String line : lines) {
                guest.line(line);
            }
            return this;
        }

        /** Has read exactly {@code lines} since it was last looked at. */
        void assertReads(String... lines) {
            assertThat(paper.taken()).isEqualTo(List.of(lines));
        }
    }

    /** Somebody who has not logged in. */
    Seat stranger() {
        Paper paper = new Paper();
        return new Seat(chat.enter(paper), paper);
    }

    /** Somebody who is logged in, and has read about that. */
    Seat guest(String name) {
        Seat seat = stranger().types("login " + name);
        seat.paper().taken();
        return seat;
    }
}
