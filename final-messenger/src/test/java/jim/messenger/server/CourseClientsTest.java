package jim.messenger.server;

import static jim.messenger.server.Visitor.msg;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import jim.protocol.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Clients of the course, each in its own manner (protocol, section 6), to each other and to a client that speaks JIM. */
@Timeout(30)
class CourseClientsTest {
    /** What a client says, with the names and the text in capital letters, and under what it looks for what others say. */
    enum Manner {
        CONSOLE(
                "{'action':'presence','time':'Sat Nov 21 10:28:11 2026','from_user':{'account_name':'FROM'}}",
                "{'action':'message','from_user':'FROM','to_user':'TO','time':'Sat','message_text':'TEXT'}",
                "{'action':'quit','time':'Sat Nov 21 10:28:11 2026','account_name':'FROM'}",
                List.of("message", "from_user", "to_user", "message_text")),
        FROM_AND_TO(
                "{'action':'presence','time':1763721491.1,'user':{'account_name':'FROM'}}",
                "{'action':'message','from':'FROM','to':'TO','time':1763721491.1,'mess_text':'TEXT'}",
                "{'action':'exit','time':1763721491.1,'account_name':'FROM'}",
                List.of("message", "from", "to", "mess_text")),
        TO_ALL(
                "{'action':'presence','time':1763721491.1,'user':{'account_name':'FROM'}}",
                "{'action':'message','time':1763721491.1,'account_name':'FROM','mess_text':'TEXT'}",
                "{'action':'exit','time':1763721491.1,'account_name':'FROM'}",
                List.of("message", "sender", "to", "mess_text")),
        SHORT(
                "{'action':'precense','time':1763721491,'user':{'client_name':'FROM'}}",
                "{'action':'m','time':1763721491,'sender':'FROM','destination':'TO','msg_txt':'TEXT'}",
                "{'action':'q','time':1763721491}",
                List.of("m", "sender", "destination", "msg_txt")),
        SPECIFICATION(
                "{'action':'presence','time':1763721491,'type':'status','user':{'account_name':'FROM','status':'Yep'}}",
                "{'action':'msg','time':1763721491,'to':'TO','from':'FROM','encoding':'ascii','message':'TEXT'}",
                "{'action':'quit','time':1763721491}",
                List.of("msg", "from", "to", "message"));

        private final String presence;
        private final String message;
        private final String quit;

        @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
        private final List<String> words;

        Manner(String presence, String message, String quit, List<String> words) {
            this.presence = presence;
            this.message = message;
            this.quit = quit;
            this.words = words;
        }

        String says(String to, String from, String text) {
            return message.replace("FROM", from).replace("TO", to).replace("TEXT", text);
        }

        /** What {@code heard} says to such a client: who wrote what to whom. */
        String reads(JsonObject heard) {
            assertThat(heard.get("action").getAsString()).isEqualTo(words.get(0));
            return heard.get(words.get(1)).getAsString() + " to "
                    + heard.get(words.get(2)).getAsString() + ": "
                    + heard.get(words.get(3)).getAsString();
        }
    }

    private RunningMessenger messenger;

    @BeforeEach
    void start() throws IOException {
        messenger = new RunningMessenger();
    }

    @AfterEach
    void stop() throws IOException {
        messenger.close();
    }

    private Visitor login(Manner manner, String name) throws IOException {
        Visitor visitor = messenger.visitor();
        Response welcome = visitor.ask(manner.presence.replace("FROM", name));
        assertThat(welcome).isEqualTo(new Response(200, "welcome, " + name, Map.of()));
        return visitor;
    }

    /** Of the course's clients, only those that keep to its specification hear what has become of a message. */
    private static void expectDone(Manner manner, Visitor sender) throws IOException {
        if (manner == Manner.SPECIFICATION) {
            assertThat(sender.answer().code()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneHearsAnotherOfItsKindAlsoBeforeItHasSaidAnything(Manner manner) throws IOException {
        Visitor stu = login(manner, "stu");
        Visitor sue = login(manner, "sue");
        stu.say(manner.says("sue", "stu", "привет"));
        assertThat(manner.reads(sue.hears())).isEqualTo("stu to sue: привет");
        expectDone(manner, stu);
        sue.say(manner.says("stu", "sue", "hi"));
        expectDone(manner, sue);
        stu.say(manner.says("sue", "stu", "and you?"));
        assertThat(manner.reads(stu.hears())).isEqualTo("sue to stu: hi");
        expectDone(manner, stu);
        assertThat(manner.reads(sue.hears())).isEqualTo("stu to sue: and you?");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TO_ALL")
    void whatWasSaidToOneWhoWasAwayComesAfterTheAnswerToTheLogin(Manner manner) throws IOException {
        Visitor stu = login(manner, "stu");
        login(manner, "sue").say(manner.quit.replace("FROM", "sue")).peer().awaitFramesUntilEnd();
        stu.say(manner.says("sue", "stu", "hi"));
        if (manner == Manner.SPECIFICATION) {
            assertThat(stu.answer().code()).isEqualTo(202);
        }
        stu.expectNothing();
        assertThat(manner.reads(login(manner, "sue").hears())).isEqualTo("stu to sue: hi");
    }

    @ParameterizedTest
    @EnumSource
    void oneWritesToAClientThatSpeaksJimAndHearsItInItsOwnWords(Manner manner) throws IOException {
        Visitor ann = messenger.visitor("ann");
        Visitor stu = login(manner, "stu");
        stu.say(manner.says("ann", "stu", "hi"));
        assertThat(ann.hearsMessage()).isEqualTo("stu: hi");
        if (manner == Manner.SPECIFICATION) {
            assertThat(stu.answer().code()).isEqualTo(200);
        }
        assertThat(ann.ask(msg("stu", "ann", "hello")).code()).isEqualTo(200);
        assertThat(manner.reads(stu.hears())).isEqualTo("ann to stu: hello");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SPECIFICATION")
    void whatIsSaidToEveryoneReachesAllOthers(Manner manner) throws IOException {
        Visitor ann = messenger.visitor("ann");
        Visitor stu = login(manner, "stu");
        Visitor sue = login(manner, "sue");
        stu.say(manner.says("ALL", "stu", "hi, all"));
        assertThat(ann.hearsMessage()).isEqualTo("stu: hi, all");
        assertThat(manner.reads(sue.hears())).isEqualTo("stu to sue: hi, all");
        stu.expectNothing();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SPECIFICATION")
    void whatIsRefusedIsMetWithSilence(Manner manner) throws IOException {
        Visitor stu = login(manner, "stu");
        stu.say(manner.says("nobody", "stu", "hi")).say(manner.says("stu", "nobody", "forged"));
        stu.expectNothing();
    }

    @ParameterizedTest
    @EnumSource
    void whoLeavesGivesTheNameBackAtOnce(Manner manner) throws IOException {
        Visitor stu = login(manner, "stu");
        stu.say(manner.quit.replace("FROM", "stu"));
        if (manner == Manner.SPECIFICATION) {
            assertThat(stu.answer().text()).isEqualTo("goodbye");
        }
        stu.peer().awaitEnd();
        login(manner, "stu");
    }
}
