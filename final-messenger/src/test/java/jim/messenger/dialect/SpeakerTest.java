package jim.messenger.dialect;

import static jim.messenger.dialect.AliasesTest.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.google.gson.JsonObject;
import java.util.List;
import jim.protocol.Frame;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.Request;
import jim.protocol.Response;
import jim.protocol.Status;
import jim.protocol.StrictJson;
import jim.testkit.WireExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client is taken to speak, and what it hears. */
final class SpeakerTest {
    private static final Response DONE = Response.of(Status.OK, "done");
    private static final Msg HI = new Msg("bob", "ann", "hi");
    private static final String PLAIN = "{'action':'presence','time':1.5,'user':{'account_name':'bob'}}";

    private final Dialects dialects = new Dialects(new JimCodec());
    private final Speaker bob = dialects.speaker();

    /** What {@code speaker} says, and that it was done. */
    private static void says(Speaker speaker, String json) throws JimFault {
        JimMessage message = speaker.request(frame(json)).message();
        assertThat(speaker.ends(message, DONE)).isFalse();
        speaker.told(message, DONE);
    }

    /** Somebody who has logged in with a plain presence, and has written with {@code verb}. */
    private void ann(String verb) throws JimFault {
        Speaker ann = dialects.speaker();
        says(ann, PLAIN.replace("bob", "ann"));
        says(ann, "{'action':'" + verb + "','from':'ann','to':'bob','message':'hi'}");
    }

    private JsonObject heard(Msg msg) throws JimFault {
        assertThat(bob.messages(msg, null, "bob")).hasSize(1);
        return StrictJson.object(bob.messages(msg, null, "bob").get(0));
    }

    private String verbHeard() throws JimFault {
        return heard(HI).get("action").getAsString();
    }

    @ParameterizedTest
    @MethodSource("jim.testkit.WireExamples#requests")
    void whatJimAcceptsIsJim(WireExample example) throws JimFault {
        Request request = bob.request(example.wire());
        assertThat(request).isEqualTo(new JimCodec().request(example.wire()));
        assertThat(bob.told(request.message(), DONE)).contains(DONE);
        assertThat(bob.told(HI, DONE)).contains(DONE);
    }

    @ParameterizedTest
    @MethodSource("jim.testkit.WireExamples#contentFaults")
    void whatJimRefusesIsRefusedAsJimDoes(WireExample example) {
        assertThatThrownBy(() -> bob.request(example.wire()))
                .asInstanceOf(type(JimFault.class))
                .returns(false, JimFault::closes);
        assertThat(bob.told(HI, DONE)).contains(DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'action':'presence','from_user':{'account_name':'bob'}}",
                "{'action':'presense','user':{'account_name':'bob'}}",
                "{'action':'message','from':'bob','to':'ann','message':'hi'}",
                "{'action':'msg','from':'bob','to':'ann','mess_text':'hi'}",
            })
    void aWordThatOnlyTheCourseHasIsTheCourses(String json) throws JimFault {
        says(bob, json);
        assertThat(bob.told(HI, DONE)).isEmpty();
        assertThat(bob.isProbed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'action':'presence','user':{'account_name':'bob'},'from_user':{'account_name':'eve'}}",
                "{'action':'msg','to':'ann','from':'bob','message':'hi','to_user':'eve','message_text':'ho'}",
                "{'action':'who','from_user':'bob'}"
            })
    void whereJimsOwnWordStandsAnotherIsNoReasonToChange(String json) throws JimFault {
        says(bob, json);
        assertThat(bob.told(HI, DONE)).contains(DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'action':'message'}",
                "{'action':'msg','to':'ann','sender':5,'message':'hi'}",
                "{'action':['message']}",
                "{'action':5}",
                "{}"
            })
    void whatNeitherUnderstandsIsNoReasonToChange(String json) {
        Frame said = frame(json);
        assertThatThrownBy(() -> bob.request(said)).isInstanceOf(JimFault.class);
        assertThat(bob.told(HI, DONE)).contains(DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'action':'presence','time':1,'user':{'account_name':'bob'},'ext':[]}",
                "{'action':'presense','time':1,'user':'bob','ext':['id']}",
                "{'action':'authenticate','time':1,'user':{'account_name':'bob','password':'x'},'ext':['id']}"
            })
    void whoAsksForExtensionsSpeaksJimForGood(String login) throws JimFault {
        says(bob, login);
        Frame said = frame("{'action':'message','from':'bob','to':'ann','mess_text':'hi'}");
        assertThatThrownBy(() -> bob.request(said)).hasMessageContaining("unknown action 'message'");
        assertThat(bob.isProbed()).isTrue();
    }

    @Test
    void whoHasSpokenTheCoursesDialectGoesOnWithIt() throws JimFault {
        says(bob, "{'action':'presence','from_user':{'account_name':'bob'}}");
        says(bob, "{'action':'msg','from':'bob','to':'ann','message':'hi'}");
        assertThat(bob.told(HI, DONE)).isEmpty();
        assertThat(verbHeard()).isEqualTo("msg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'time':1,'type':'status','user':{'account_name':'bob'}| true",
                "'time':1,'user':{'account_name':'bob','status':'here'}| true",
                "'user':{'account_name':'bob'}                         | true",
                "'time':1,'user':{'account_name':'bob'}                | false",
                "'time':'Sat','user':{'account_name':'bob'}            | false"
            },
            quoteCharacter = '"')
    void whoMayBeAClientOfTheCourseIsNotProbed(String fields, boolean probed) throws JimFault {
        says(bob, "{'action':'presence'," + fields + "}");
        assertThat(bob.isProbed()).isEqualTo(probed);
    }

    @Test
    void aPlainPresenceAndAMessageInJimsOwnWordsAreAnsweredInJim() throws JimFault {
        says(bob, PLAIN);
        Request request = bob.request(frame("{'action':'msg','from':'bob','to':'ann','message':'hi'}"));
        assertThat(bob.told(request.message(), DONE)).contains(DONE);
        Response refusal = Response.of(Status.CONFLICT, "in use");
        assertThat(bob.told(new Presence("bob"), refusal)).contains(refusal);
        assertThat(bob.ends(new Presence("bob"), refusal)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "m"})
    void afterAPlainPresenceOneHearsTheCoursesClientsInTheirVerb(String verb) throws JimFault {
        says(bob, PLAIN);
        ann(verb);
        JsonObject heard = heard(HI);
        assertThat(heard.get("action").getAsString()).isEqualTo(verb);
        assertThat(heard.keySet()).contains("sender", "to", "destination", "mess_text", "message");
    }

    @Test
    void afterAPlainPresenceOneHearsTheOthersInJim() throws JimFault {
        says(bob, PLAIN);
        assertThat(verbHeard()).isEqualTo("msg");
        ann("msg");
        assertThat(heard(HI).keySet()).containsExactlyInAnyOrder("action", "time", "to", "from", "message");
    }

    @Test
    void whoeverHasTheNameNowIsNotTakenForItsLastHolder() throws JimFault {
        says(bob, PLAIN);
        ann("message");
        says(dialects.speaker(), PLAIN.replace("bob", "ANN"));
        assertThat(verbHeard()).isEqualTo("msg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'action':'presence','user':{'account_name':'bob'}}",
                "{'action':'presence','time':1,'type':'status','user':{'account_name':'bob'}}",
                "{'action':'presence','time':1,'user':{'account_name':'bob'},'ext':['id']}"
            })
    void whoSurelySpeaksJimHearsEveryoneInJim(String presence) throws JimFault {
        says(bob, presence);
        ann("message");
        assertThat(verbHeard()).isEqualTo("msg");
    }

    @Test
    void theFirstMessageInJimsOwnWordsSettlesIt() throws JimFault {
        says(bob, PLAIN);
        ann("message");
        assertThat(verbHeard()).isEqualTo("message");
        says(bob, "{'action':'msg','from':'bob','to':'ann','message':'hi'}");
        assertThat(verbHeard()).isEqualTo("msg");
        assertThat(bob.told(HI, DONE)).contains(DONE);
    }

    @Test
    void onesOwnVerbGoesBeforeTheSenders() throws JimFault {
        says(bob, PLAIN);
        says(bob, "{'action':'m','sender':'bob','destination':'ann','msg_txt':'hi'}");
        ann("message");
        assertThat(heard(HI).keySet())
                .containsExactlyInAnyOrderElementsOf(List.of("action", "time", "sender", "destination", "msg_txt"));
        assertThat(verbHeard()).isEqualTo("m");
    }

    @Test
    void theCoursesClientsHearOthersWithTheUsualVerbUntilTheirOwnIsKnown() throws JimFault {
        says(bob, "{'action':'presence','from_user':{'account_name':'bob'}}");
        assertThat(verbHeard()).isEqualTo("message");
        ann("m-");
        assertThat(verbHeard()).isEqualTo("m-");
    }
}
