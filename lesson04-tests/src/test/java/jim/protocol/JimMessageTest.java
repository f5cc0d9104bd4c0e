package jim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import jim.protocol.JimMessage.Authenticate;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Quit;
import org.junit.jupiter.api.Test;

final class JimMessageTest {
    @Test
    void aMessageKnowsItsAction() {
        assertThat(new Quit().action()).isEqualTo("quit");
        assertThat(new Presence("ann").action()).isEqualTo("presence");
    }

    @Test
    void aTextIsForARoomWhenItsRecipientBeginsWithAHash() {
        assertThat(new Msg("#java", "ann", "hi").toRoom()).isTrue();
        assertThat(new Msg("bob", "ann", "hi").toRoom()).isFalse();
    }

    @Test
    void noLogShowsAPassword() {
        assertThat(new Authenticate("ann", "a secret", null)).hasToString("Authenticate[account=ann, password=***]");
    }

    @Test
    void noLogShowsAText() {
        assertThat(new Msg("bob", "ann", "h\ud83d\ude00")).hasToString("Msg[to=bob, from=ann, text=2 characters]");
    }

    @Test
    void noLogShowsAStatus() {
        assertThat(new Presence("ann", "at the \ud83d\ude00 dentist's", null))
                .hasToString("Presence[account=ann, status=18 characters]");
        assertThat(new Presence("ann")).hasToString("Presence[account=ann, status=none]");
    }

    @Test
    void whatAMessageCannotDoWithoutIsNeverNull() {
        assertThatNullPointerException().isThrownBy(() -> new Presence(null)).withMessage("account");
        assertThatNullPointerException().isThrownBy(() -> new Authenticate(null, "p", null));
        assertThatNullPointerException().isThrownBy(() -> new Authenticate("ann", null, null));
        assertThatNullPointerException().isThrownBy(() -> new Msg(null, "ann", "hi"));
        assertThatNullPointerException().isThrownBy(() -> new Msg("bob", null, "hi"));
        assertThatNullPointerException().isThrownBy(() -> new Msg("bob", "ann", null));
    }

    @Test
    void aListThatChangesLaterChangesNoMessage() {
        List<String> extensions = new ArrayList<>(List.of("id"));
        Presence presence = new Presence("ann", null, extensions);
        Authenticate login = new Authenticate("ann", "p", extensions);
        extensions.add("ack");
        assertThat(presence.extensions()).containsExactly("id");
        assertThat(login.extensions()).containsExactly("id");
    }
}
