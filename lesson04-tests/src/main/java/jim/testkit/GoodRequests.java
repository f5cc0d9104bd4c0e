package jim.testkit;

import static jim.testkit.WireExample.accepted;

import java.util.List;
import jim.protocol.JimMessage.Authenticate;
import jim.protocol.JimMessage.Join;
import jim.protocol.JimMessage.Leave;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JimMessage.Probe;
import jim.protocol.JimMessage.Quit;
import jim.protocol.JimMessage.Who;

/** Requests that a server understands (protocol, section 2), up to their limits, which count code points. */
final class GoodRequests {
    /** One character of two Java chars and four bytes. */
    static final String CLEF = "\ud834\udd1e";

    private static final String QUIT_OF_8192_BYTES =
            "{'action':'quit','x':'" + "x".repeat(8_192 - "{'action':'quit','x':''}".length()) + "'}";

    private GoodRequests() {}

    static final List<WireExample> ROWS = List.of(
            accepted("presence", "{'action':'presence','user':{'account_name':'ann'}}", new Presence("ann")),
            accepted(
                    "presence with everything",
                    "{'action':'presence','time':1.5,'type':'status',"
                            + "'user':{'account_name':'ann','status':'here'},'ext':['id','ack']}",
                    new Presence("ann", "here", List.of("id", "ack"))),
            accepted(
                    "a time in words",
                    "{'action':'presence','time':'Sat Nov 21 10:28:11 2026','user':{'account_name':'ann'}}",
                    new Presence("ann")),
            accepted(
                    "a status of 100 characters",
                    "{'action':'presence','user':{'account_name':'ann','status':'" + CLEF.repeat(100) + "'}}",
                    new Presence("ann", CLEF.repeat(100), null)),
            accepted(
                    "no extensions asked for",
                    "{'action':'presence','user':{'account_name':'ann'},'ext':[]}",
                    new Presence("ann", null, List.of())),
            accepted(
                    "optional fields that are null",
                    "{'action':'presence','time':null,'type':null,'user':{'account_name':'ann','status':null},'ext':null}",
                    new Presence("ann")),
            accepted("the first message of all", after("0"), new Presence("ann", null, null, 0L)),
            accepted(
                    "the last message of all",
                    after("" + Long.MAX_VALUE),
                    new Presence("ann", null, null, Long.MAX_VALUE)),
            accepted("a name of one digit", presence("7"), new Presence("7")),
            accepted("a name with every sign", presence("a_b-c.d"), new Presence("a_b-c.d")),
            accepted("a name in Cyrillic", presence("Анна"), new Presence("Анна")),
            accepted("a name of 25 letters", presence("я".repeat(25)), new Presence("я".repeat(25))),
            accepted(
                    "a name of 25 letters of two Java chars each",
                    presence("\ud800\udf30".repeat(25)),
                    new Presence("\ud800\udf30".repeat(25))),
            accepted(
                    "authenticate",
                    "{'action':'authenticate','user':{'account_name':'ann','password':'a secret'}}",
                    new Authenticate("ann", "a secret", null)),
            accepted(
                    "a password of 200 characters",
                    "{'action':'authenticate','user':{'account_name':'ann','password':'" + CLEF.repeat(200) + "'}}",
                    new Authenticate("ann", CLEF.repeat(200), null)),
            accepted("msg to a person", msg("bob", "hi"), new Msg("bob", "ann", "hi")),
            accepted("msg to a room", msg("#java", "hi"), new Msg("#java", "ann", "hi")),
            accepted("msg without a letter in it", msg("bob", ""), new Msg("bob", "ann", "")),
            accepted(
                    "msg with everything",
                    "{'action':'msg','time':1.5,'to':'bob','from':'ann','message':'hi','encoding':'utf-8'}",
                    new Msg("bob", "ann", "hi", "utf-8", null)),
            accepted("a text in Cyrillic", msg("bob", "привет"), new Msg("bob", "ann", "привет")),
            accepted("a text of 500 characters", msg("bob", CLEF.repeat(500)), new Msg("bob", "ann", CLEF.repeat(500))),
            accepted(
                    "a text with escapes",
                    msg("bob", "\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\u202e\\ud834\\udd1e"),
                    new Msg("bob", "ann", "\"\\/\b\f\n\r\t\0\u202e" + CLEF)),
            accepted("a text that looks like structure", msg("bob", "}]{[\\\""), new Msg("bob", "ann", "}]{[\"")),
            accepted("join", "{'action':'join','room':'#java'}", new Join("#java")),
            accepted("leave", "{'action':'leave','room':'#java'}", new Leave("#java")),
            accepted("probe", "{'action':'probe'}", new Probe()),
            accepted("quit", "{'action':'quit'}", new Quit()),
            accepted("who, anywhere", "{'action':'who'}", new Who(null)),
            accepted("who, in a room", "{'action':'who','room':'#java'}", new Who("#java")),
            accepted("white space inside", "{\r\n\t'action' : 'quit' }", new Quit()),
            accepted("a field name with escapes", "{'\\u0061ction':'quit'}", new Quit()),
            accepted(
                    "unknown fields of every kind",
                    "{'':0,'a':-0,'b':1E400,'c':true,'d':false,'e':null,'f':[],'g':{},'action':'quit'}",
                    new Quit()),
            accepted("8 levels deep", "{'action':'quit','x':[{'x':[{'x':[{'x':[]}]}]}]}", new Quit()),
            accepted("8,192 bytes", QUIT_OF_8192_BYTES, new Quit()));

    static String presence(String name) {
        return "{'action':'presence','user':{'account_name':'" + name + "'}}";
    }

    static String after(String seq) {
        return "{'action':'presence','user':{'account_name':'ann'},'after':" + seq + "}";
    }

    static String msg(String to, String text) {
        return "{'action':'msg','to':'" + to + "','from':'ann','message':'" + text + "'}";
    }
}
