package jim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ResponseTest {
    private static final Response SHARED = Response.of(Status.BAD_REQUEST, "no");

    @Test
    void aSharedAnswerIsNotEditedByWhoAddsToIt() {
        Response first = SHARED.with(Map.of("id", 1));
        Response second = SHARED.with(Map.of("id", 2));
        assertThat(SHARED.more()).isEmpty();
        assertThat(first.more()).isEqualTo(Map.of("id", 1));
        assertThat(second.more()).isEqualTo(Map.of("id", 2));
    }

    @Test
    void itsFieldsCannotBeChangedFromOutside() {
        Map<String, Object> fields = new HashMap<>();
        Response response = new Response(200, "", fields);
        fields.put("late", 1);
        assertThat(response.more()).isEmpty();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> response.more().put("late", 1));
    }

    @Test
    void addedFieldsJoinThoseThatAreThere() {
        Response response = SHARED.with(Map.of("id", 1)).with(Map.of("cid", "c"));
        assertThat(response).isEqualTo(new Response(400, "no", Map.of("id", 1, "cid", "c")));
    }

    @Test
    void aListOfTextsIsAField() {
        List<String> users = new ArrayList<>(List.of("ann", "bob"));
        Response response = SHARED.with("users", users);
        users.clear();
        assertThat(response.texts("users")).containsExactly("ann", "bob");
        assertThat(response.texts("rooms")).isEmpty();
        assertThat(SHARED.with(Map.of("users", "ann")).texts("users")).isEmpty();
    }

    @Test
    void aFieldOfNumbersIsReadAsTexts() {
        assertThat(SHARED.with(Map.of("n", List.of(1, 2))).texts("n")).containsExactly("1", "2");
    }

    @Test
    void codesBelow400AreGood() {
        assertThat(new Response(399, "", Map.of()).isGood()).isTrue();
        assertThat(new Response(400, "", Map.of()).isGood()).isFalse();
    }

    @Test
    void anAnswerStandsForOneStatus() {
        assertThat(SHARED.is(Status.BAD_REQUEST)).isTrue();
        assertThat(SHARED.is(Status.OK)).isFalse();
    }

    @Test
    void theCodesAreThoseOfTheProtocol() {
        assertThat(Status.values())
                .extracting(Status::code)
                .containsExactly(200, 201, 202, 400, 401, 402, 403, 404, 409, 410, 429, 500, 503);
    }

    @Test
    void anAnswerToARequestWithoutAnIdIsTheSharedAnswerItself() {
        Request request = new Request(new JimMessage.Quit(), Map.of());
        assertThat(request.answered(SHARED)).isSameAs(SHARED);
    }

    @Test
    void aFaultIsAnAnswerAndHasNoStackTrace() {
        JimFault stays = JimFault.stay(Status.NOT_FOUND, "who?");
        assertThat(stays.answer()).isEqualTo(Response.of(Status.NOT_FOUND, "who?"));
        assertThat(stays.closes()).isFalse();
        assertThat(stays.getStackTrace()).isEmpty();
        assertThat(JimFault.close("what?").closes()).isTrue();
    }
}
