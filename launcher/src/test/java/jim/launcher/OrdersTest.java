package jim.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import jim.cli.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OrdersTest {
    private final Orders orders = new Orders(new Roster(List.of("alice", "bob", "status")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice: @bob hi",
                "ALICE:@bob hi",
                "  bob:  3  ",
                "status: hi",
                "status",
                "Status",
                "restart server",
                "restart Bob",
                "kill  bob",
                "start alice",
                "expect bob: alice: hi",
                "expect server: ready",
                "help",
                "quit"
            })
    void whatCanBeTypedIsUnderstood(String line) throws Stop {
        assertThat(orders.read(line)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "# a comment", "#room hi"})
    void blankLinesAndCommentsOrderNothing(String line) throws Stop {
        assertThat(orders.read(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alcie: hi        | nobody here is called 'alcie', did you mean 'alice'?
            zoe: hi          | nobody here is called 'zoe'. There are: server, alice, bob, status.
            server: hi       | the server reads no lines; it can be restarted or killed.
            alice:           | it is: NAME: TEXT
            @bob hi          | '@bob' is no order. Say who is to type it: alice: @bob hi
            kil bob          | 'kil' is no order, did you mean 'kill'?
            everything       | 'everything' is no order. To see what can be typed: help
            kill             | it is: kill NAME
            kill bbo         | nobody here is called 'bbo', did you mean 'bob'?
            kill bob alice   | nobody here is called 'bob alice'
            expect bob       | it is: NAME: TEXT
            expect bob hi: a | it is: NAME: TEXT
            quit now         | 'quit' stands alone.
            """, quoteCharacter = '"')
    void whatCannotBeUnderstoodGetsASentence(String line, String sentence) {
        assertThatExceptionOfType(Stop.class)
                .isThrownBy(() -> orders.read(line))
                .withMessageContaining(sentence);
    }

    @Test
    void theHelpShowsEachWordWithWhatFollowsIt() {
        assertThat(Word.help()).contains("restart NAME|server", "expect NAME: TEXT", "NAME: LINE");
    }
}
