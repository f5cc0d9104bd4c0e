package jim.messenger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jim.messenger.server.Visitor.msg;
import static jim.messenger.server.Visitor.presence;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The fields of an answer stand in the order in which the protocol names them, on every JVM. */
@Timeout(30)
class FieldOrderTest {
    private static final String ALL = "'ext':['id','ack','hist']";

    @Test
    void theFieldsOfAnAnswerHaveOneOrder() throws IOException {
        try (RunningMessenger messenger = new RunningMessenger()) {
            messenger.visitor("bob", ALL).quit();
            Visitor ann = messenger.visitor();
            assertThat(answer(ann, presence("ann", ALL)))
                    .matches("\\{'response':200,'time':[0-9.]+,'alert':'welcome, ann',"
                            + "'ext':\\['id','ack','hist'],'limits':\\{'name':25,'message':500}}");
            assertThat(answer(ann, msg("bob", "ann", "hi", "c1"))).matches(".*,'id':'\\w+','cid':'c1'}");
            assertThat(answer(ann, msg("bob", "ann", "hi", "c1"))).matches(".*,'id':'\\w+','dup':true,'cid':'c1'}");
            assertThat(answer(ann, "{'action':'history','with':'bob'}"))
                    .matches(".*,'items':\\[\\{'id':.*}],'complete':true}");
        }
    }

    private static String answer(Visitor visitor, String request) throws IOException {
        return new String(visitor.say(request).peer().awaitFrame().toByteArray(), UTF_8)
                .strip()
                .replace('"', '\'');
    }
}
