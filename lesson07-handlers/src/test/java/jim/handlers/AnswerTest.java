package jim.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.testkit.WireExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerTest {
    @Test
    void aGoodAnswerIsOneLineWithTheCode0() {
        assertThat(Answer.ok().frame()).isEqualTo(Frame.of("{\"code\":0}\n"));
        assertThat(Answer.ok().isGood()).isTrue();
        assertThat(Answer.ok().error()).isEmpty();
    }

    @Test
    void anErrorHasItsCodeAndText() {
        Answer answer = Answer.error(Answer.FAILED, "a\nb");
        assertThat(answer.frame()).isEqualTo(Frame.of("{\"code\":500,\"error\":\"a\\nb\"}\n"));
        assertThat(answer.isGood()).isFalse();
        assertThat(answer.error()).isEqualTo("a\nb");
    }

    @Test
    void furtherFieldsKeepTheirOrderAndChangeNoOtherAnswer() {
        Answer answer = Answer.ok().with("z", 1).with("a", List.of(true));
        assertThat(answer.text()).isEqualTo("{\"code\":0,\"z\":1,\"a\":[true]}");
        assertThat(Answer.ok().text()).isEqualTo("{\"code\":0}");
    }

    @Test
    void whatWasWrittenIsReadBackTheSame() throws JimFault {
        Answer answer = Answer.error(404, "no").with("near", Map.of("x", "y"));
        assertThat(Answer.read(answer.frame())).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'code':'0'}", "{'code':null}", "hello", ""})
    void aLineWithoutACodeIsNoAnswer(String line) {
        assertThatExceptionOfType(JimFault.class).isThrownBy(() -> Answer.read(WireExample.json(line)));
    }

    @Test
    void aLogShowsWhatWentWrongAndNotWhatWasAskedFor() {
        assertThat(Answer.ok().with("token", "s3cret")).hasToString("Answer[0]");
        assertThat(Answer.error(404, "no such command")).hasToString("Answer[404, no such command]");
    }
}
