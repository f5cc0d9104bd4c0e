package jim.chat.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import jim.chat.ChatFault;
import jim.chat.ChatFault.Kind;
import jim.chat.LatePost;
import jim.chat.Message;
import jim.chat.line.Party.Seat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a guest hears of a chat that keeps messages. */
final class LettersTest {
    private static final Message HELLO = new Message("bob", "ann", "hello", Instant.parse("2026-11-21T12:00:00Z"));
    private static final String ANN_SAYS_HI = "PRIVATE [12:00:00][ann][->][bob]: hi";

    private final LatePost post = new LatePost();
    private final Seat ann = new Party(post).guest("ann");

    @Test
    void whatIsSaidIsShownWhenItIsKept() throws Exception {
        ann.types("msg bob hi").assertReads();
        post.next().isKept(0);
        ann.assertReads(ANN_SAYS_HI);
    }

    @Test
    void whoeverWritesToSomebodyWhoIsAwayIsToldSo() throws Exception {
        ann.types("msg bob hi");
        post.next().isKept(1);
        ann.assertReads(ANN_SAYS_HI, "INFO [INFO] - [bob] is away: kept until the next login.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAILBOX_FULL|why|why",
                "NOT_KEPT|why|why",
                "NOBODY|why|[bob] not found!",
                "PROTECTED|why|why; only a JIM client can log in so",
            })
    void whatIsNotKeptIsAnError(Kind kind, String why, String shown) throws Exception {
        ann.types("msg bob hi");
        post.next().reply().refused(new ChatFault(kind, why));
        ann.assertReads("ERROR [ERROR] - " + shown);
    }

    @Test
    void aLetterIsConfirmedWhenItIsThere() {
        assertThat(post.hand(1, HELLO)).isFalse();
        ann.assertReads("PRIVATE [12:00:00][bob][->][ann]: hello");
        assertThat(post.confirmed()).isEmpty();
        ann.paper().arrives();
        assertThat(post.confirmed()).containsExactly(1L);
    }

    @Test
    void aLetterThatIsLostOnItsWayIsNotConfirmed() {
        post.hand(1, HELLO);
        ann.guest().leave();
        assertThat(post.confirmed()).isEmpty();
    }

    /** One question at a time is enough, and only the last answer makes room for more. */
    @Test
    void whenAllIsThereItAsksForMore() {
        post.hand(1, HELLO);
        post.hand(2, HELLO);
        post.hand(3, HELLO);
        assertThat(ann.paper().arrives()).isOne();
        assertThat(post.confirmed()).containsExactly(1L);
        assertThat(post.askedForMore()).isZero();
        assertThat(ann.paper().arrives()).isOne();
        assertThat(post.confirmed()).containsExactly(1L, 3L);
        assertThat(post.askedForMore()).isOne();
        assertThat(ann.paper().arrives()).isZero();
    }
}
