package jim.messenger.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import jim.messenger.course.Aliases;
import jim.protocol.Frame;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Quit;
import jim.protocol.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word of the course's clients, in its place (protocol, section 6). */
final class AliasesTest {
    static Frame frame(String json) {
        return Frame.of(json.replace('\'', '"'));
    }

    static JsonObject object(String json) throws JimFault {
        return StrictJson.object(frame(json));
    }

    private static JimMessage heard(String json) throws JimFault {
        return new Dialects(new JimCodec()).speaker().request(frame(json)).message();
    }

    @ParameterizedTest
    @ValueSource(strings = {"presence", "presense", "precense"})
    void aPresenceHasThreeSpellings(String action) throws JimFault {
        assertThat(heard("{'action':'" + action + "','user':{'account_name':'ann'}}"))
                .isEqualTo(new Presence("ann"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'user':{'account_name':'ann'}",
                "'user':{'client_name':'ann'}",
                "'user':{'username':'ann'}",
                "'user':'ann'",
                "'from_user':{'account_name':'ann'}",
                "'user':null,'from_user':{'account_name':'ann'}",
                "'user':{'account_name':'ann','client_name':'eve'}",
                "'user':{'account_name':'ann'},'from_user':{'account_name':'eve'}"
            })
    void theNameHasFivePlacesAndJimsOwnGoesFirst(String user) throws JimFault {
        assertThat(heard("{'action':'presence'," + user + "}")).isEqualTo(new Presence("ann"));
    }

    @Test
    void theStatusIsReadWhereverTheNameStands() throws JimFault {
        assertThat(heard("{'action':'presence','user':{'client_name':'ann','status':'here'}}"))
                .isEqualTo(new Presence("ann", "here", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "msg", "m", "m-"})
    void aMessageHasFourVerbs(String verb) throws JimFault {
        assertThat(heard("{'action':'" + verb + "','to':'bob','from':'ann','message':'hi'}"))
                .isEqualTo(new Msg("bob", "ann", "hi"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"from", "sender", "from_user", "account_name"})
    void theSenderHasFourNames(String name) throws JimFault {
        String fields = "'to':'bob','" + name + "':'ann','message':'hi'}";
        assertThat(heard("{'action':'message'," + fields)).isEqualTo(new Msg("bob", "ann", "hi"));
        assertThat(heard("{'action':'msg'," + fields)).isEqualTo(new Msg("bob", "ann", "hi"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"to", "destination", "to_user", "message_receiver", "recipient"})
    void theDestinationHasFiveNames(String name) throws JimFault {
        String fields = "'" + name + "':'bob','from':'ann','message':'hi'}";
        assertThat(heard("{'action':'message'," + fields)).isEqualTo(new Msg("bob", "ann", "hi"));
        assertThat(heard("{'action':'msg'," + fields)).isEqualTo(new Msg("bob", "ann", "hi"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "mess_text", "message_text", "msg_txt", "text"})
    void theTextHasFiveNames(String name) throws JimFault {
        String fields = "'to':'bob','from':'ann','" + name + "':'hi'}";
        assertThat(heard("{'action':'message'," + fields)).isEqualTo(new Msg("bob", "ann", "hi"));
        assertThat(heard("{'action':'msg'," + fields)).isEqualTo(new Msg("bob", "ann", "hi"));
    }

    @Test
    void ofTwoNamesJimsOwnIsMeant() throws JimFault {
        assertThat(heard("{'action':'message','sender':'eve','from':'ann','to_user':'eve','to':'bob',"
                        + "'mess_text':'ho','message':'hi'}"))
                .isEqualTo(new Msg("bob", "ann", "hi"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'to':null,", "'to':'#',", "'to':'#all',", "'to':'ALL',", "'destination':'ALL',"})
    void aMessageToNobodyIsForEveryone(String to) throws JimFault {
        assertThat(heard("{'action':'message'," + to + "'from':'ann','mess_text':'hi'}"))
                .isEqualTo(new Msg("#all", "ann", "hi"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "#all", "ALL"})
    void jimTooHasThreeWordsForEveryone(String to) throws JimFault {
        assertThat(heard("{'action':'msg','to':'" + to + "','from':'ann','message':'hi'}"))
                .isEqualTo(new Msg("#all", "ann", "hi"));
    }

    @Test
    void butInJimTheDestinationMustBeThere() {
        assertThatThrownBy(() -> heard("{'action':'msg','from':'ann','message':'hi'}"))
                .isInstanceOf(JimFault.class)
                .hasMessage("field 'to': missing, expected a text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quit", "exit", "q"})
    void aQuitHasThreeSpellings(String action) throws JimFault {
        assertThat(heard("{'action':'" + action + "','account_name':'ann','time':1}"))
                .isEqualTo(new Quit());
    }

    @Test
    void whatAClientSaidIsNotChanged() throws JimFault {
        JsonObject said = object("{'action':'presense','user':{'client_name':'ann'}}");
        JsonObject before = said.deepCopy();
        assertThat(Aliases.inJim(said)).isNotEqualTo(before);
        assertThat(said).isEqualTo(before);
    }
}
