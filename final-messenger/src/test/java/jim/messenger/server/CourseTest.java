package jim.messenger.server;

import static jim.messenger.server.Visitor.msg;
import static jim.messenger.server.Visitor.presence;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Map;
import jim.protocol.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A client of the course's console messenger (protocol, section 6): it waits for an answer to its presence alone, and
 * takes whatever comes later for a message.
 */
@Timeout(30)
class CourseTest {
    private static final String TIME = "'time':'Sat Nov 21 10:28:11 2026'";
    private static final String QUIT = "{'action':'quit'," + TIME + ",'account_name':'stu'}";

    private RunningMessenger messenger;
    private Visitor ann;
    private Visitor stu;

    @BeforeEach
    void start() throws IOException {
        messenger = new RunningMessenger();
        ann = messenger.visitor("ann");
        stu = messenger.visitor();
        assertThat(stu.ask(coursePresence("stu")).code()).isEqualTo(200);
    }

    @AfterEach
    void stop() throws IOException {
        messenger.close();
    }

    private static String coursePresence(String name) {
        return "{'action':'presence'," + TIME + ",'from_user':{'account_name':'" + name + "'}}";
    }

    private static String courseMessage(String from, String to, String text) {
        return "{'action':'message','from_user':'" + from + "','to_user':'" + to + "'," + TIME + ",'message_text':'"
                + text + "'}";
    }

    @Test
    void aCourseClientWritesToAJimClient() throws IOException {
        stu.say(courseMessage("stu", "ann", "привет"));
        JsonObject heard = ann.hears();
        assertThat(heard.keySet()).containsExactlyInAnyOrder("action", "time", "to", "from", "message");
        assertThat(heard.get("action").getAsString()).isEqualTo("msg");
        assertThat(heard.get("from").getAsString()).isEqualTo("stu");
        assertThat(heard.get("to").getAsString()).isEqualTo("ann");
        assertThat(heard.get("message").getAsString()).isEqualTo("привет");
        assertThat(heard.get("time").getAsDouble()).isGreaterThan(1.7e9);
    }

    @Test
    void aJimClientWritesToACourseClient() throws IOException {
        assertThat(ann.ask(msg("STU", "ann", "hi"))).isEqualTo(new Response(200, "delivered", Map.of()));
        JsonObject heard = stu.hears();
        assertThat(heard.get("action").getAsString()).isEqualTo("message");
        assertThat(heard.get("from_user").getAsString()).isEqualTo("ann");
        assertThat(heard.get("to_user").getAsString()).isEqualTo("stu");
        assertThat(heard.get("message_text").getAsString()).isEqualTo("hi");
        assertThat(heard.get("time").getAsString())
                .matches("[A-Z][a-z]{2} [A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}");
    }

    @Test
    void twoCourseClientsWriteToEachOther() throws IOException {
        Visitor sue = messenger.visitor();
        sue.ask(coursePresence("sue"));
        stu.say(courseMessage("stu", "sue", "hi"));
        assertThat(sue.hears().get("message_text").getAsString()).isEqualTo("hi");
        sue.say(courseMessage("sue", "stu", "hello"));
        assertThat(stu.hears().get("message_text").getAsString()).isEqualTo("hello");
    }

    @Test
    void whatACourseClientWritesIsNotAnswered() throws IOException {
        stu.say(courseMessage("stu", "ann", "one"))
                .say(courseMessage("stu", "nobody", "two"))
                .say(courseMessage("ann", "ann", "forged"))
                .say(courseMessage("stu", "ann", "three"));
        assertThat(ann.hearsMessage()).isEqualTo("stu: one");
        assertThat(ann.hearsMessage()).isEqualTo("stu: three");
        ann.ask(msg("stu", "ann", "the first that comes"));
        assertThat(stu.hears().get("message_text").getAsString()).isEqualTo("the first that comes");
    }

    @Test
    void aTakenNameIsRefusedWith400AndTheEnd() throws IOException {
        Visitor second = messenger.visitor().say(coursePresence("stu"));
        assertThat(second.peer().awaitAnswersUntilEnd())
                .containsExactly(new Response(400, "the name 'stu' is in use, choose another", Map.of()));
        Visitor third = messenger.visitor().say(coursePresence("ANN"));
        ann.showsLifeAs("ann");
        assertThat(third.peer().awaitAnswersUntilEnd())
                .containsExactly(new Response(400, "the name 'ANN' is in use, choose another", Map.of()));
        assertThat(messenger.visitor().ask(presence("stu")).code()).isEqualTo(409);
    }

    @Test
    void aNameThatNobodyMayHaveIsRefusedWith400AndTheEnd() throws IOException {
        Visitor second = messenger.visitor().say(coursePresence("two words"));
        assertThat(second.peer().awaitAnswersUntilEnd())
                .extracting(Response::code)
                .containsExactly(400);
    }

    @Test
    void theSamePresenceAgainIsFine() throws IOException {
        assertThat(stu.ask(coursePresence("stu")).code()).isEqualTo(200);
        ann.ask(msg("stu", "ann", "hi"));
        assertThat(stu.hears().has("message_text")).isTrue();
    }

    @Test
    void quitIsNotAnsweredAndFreesTheName() throws IOException {
        stu.say(QUIT).peer().awaitEnd();
        Visitor again = messenger.visitor();
        assertThat(again.ask(coursePresence("stu")).code()).isEqualTo(200);
    }

    @Test
    void beforeTheLoginACourseClientIsNotServed() throws IOException {
        Visitor stranger = messenger.visitor().say(courseMessage("stu", "ann", "forged"));
        stranger.ask(coursePresence("sue"));
        ann.expectNothing();
    }

    @Test
    void whatIsNoJsonEndsACourseClientToo() throws IOException {
        stu.say("hello");
        assertThat(stu.peer().awaitAnswersUntilEnd()).extracting(Response::code).containsExactly(400);
    }
}
