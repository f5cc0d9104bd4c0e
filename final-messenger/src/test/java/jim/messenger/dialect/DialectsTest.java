package jim.messenger.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import jim.protocol.Frame;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.StrictJson;
import jim.testkit.WireExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a dialect is recognised. */
final class DialectsTest {
    private final Dialects dialects = new Dialects(new JimCodec());

    @Test
    void aConnectionSpeaksJimUntilItSaysOtherwise() {
        assertThat(dialects.first()).isInstanceOf(JimDialect.class);
    }

    @ParameterizedTest
    @MethodSource("jim.testkit.WireExamples#requests")
    void whatJimAcceptsIsJim(WireExample example) throws JimFault {
        assertThat(dialects.after(dialects.first(), StrictJson.object(example.wire())))
                .isInstanceOf(JimDialect.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'action':'presence','from_user':{'account_name':'ann'}}",
                "{'action':'message','from_user':'ann','to_user':'bob','message_text':'hi'}",
                "{'action':'message'}"
            })
    void whatOnlyTheCourseSaysIsTheCourses(String json) throws JimFault {
        assertThat(after(dialects.first(), json)).isInstanceOf(CourseDialect.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'action':'presence','user':{'account_name':'ann'},'from_user':{'account_name':'ann'}}",
                "{'action':'msg','to':'bob','from':'ann','message':'hi','to_user':'eve','message_text':'ho'}",
                "{'action':'who','from_user':'ann'}"
            })
    void aFieldThatJimDoesNotKnowIsNoReasonToChange(String json) throws JimFault {
        assertThat(after(dialects.first(), json)).isInstanceOf(JimDialect.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'action':5}", "{'action':['message']}", "{'action':{}}", "{'action':null}", "{}"})
    void anActionThatIsNoTextIsNoReasonToChange(String json) throws JimFault {
        assertThat(after(dialects.first(), json)).isInstanceOf(JimDialect.class);
    }

    @Test
    void whoHasSpokenTheCoursesDialectGoesOnWithIt() throws JimFault {
        Dialect course = after(dialects.first(), "{'action':'presence','from_user':{'account_name':'ann'}}");
        assertThat(after(course, "{'action':'quit','account_name':'ann'}")).isSameAs(course);
    }

    private Dialect after(Dialect until, String json) throws JimFault {
        return dialects.after(until, StrictJson.object(Frame.of(json.replace('\'', '"'))));
    }
}
