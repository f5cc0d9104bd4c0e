package jim.testkit;

import static jim.testkit.WireExample.answer;
import static jim.testkit.WireExample.noAnswer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jim.protocol.JimMessage.Msg;
import jim.protocol.JimMessage.Probe;
import jim.protocol.Response;

/** What servers say, ours and others. */
final class ServerAnswers {
    private static final String CODE = "'response': expected a whole number from 100 to 599";

    private ServerAnswers() {}

    static final List<WireExample> ROWS = List.of(
            answer("a good answer", "{'response':200,'time':1.5,'alert':'hi'}", new Response(200, "hi", Map.of())),
            answer("a bad answer", "{'response':404,'time':1.5,'error':'who?'}", new Response(404, "who?", Map.of())),
            answer("an answer without a text", "{'response': 200}", new Response(200, "", Map.of())),
            answer("the lowest code", "{'response':100,'alert':'hi'}", new Response(100, "hi", Map.of())),
            answer("the highest code", "{'response':599,'error':'no'}", new Response(599, "no", Map.of())),
            answer("a text that is null", "{'response':200,'alert':null}", new Response(200, "", Map.of())),
            answer("a text that is a number", "{'response':200,'alert':1}", new Response(200, "1", Map.of())),
            answer(
                    "an answer with a list",
                    "{'response':200,'alert':'2','users':['ann','bob']}",
                    new Response(200, "2", Map.of("users", List.of("ann", "bob")))),
            answer(
                    "an answer with an object",
                    "{'response':200,'alert':'','limits':{'message':'500'},'dup':true}",
                    new Response(200, "", Map.of("limits", Map.of("message", "500"), "dup", true))),
            answer(
                    "somebody's message",
                    "{'action':'msg','time':1.5,'to':'bob','from':'ann','message':'hi'}",
                    new Msg("bob", "ann", "hi", null, Instant.ofEpochMilli(1_500))),
            answer("a probe from the server", "{'action':'probe','time':1.5}", new Probe()),
            noAnswer("a code below all codes", "{'response':99}", CODE),
            noAnswer("a code above all codes", "{'response':600}", CODE),
            noAnswer("a code that is a text", "{'response':'200'}", CODE + ", got a text"),
            noAnswer("a code with a fraction", "{'response':200.5}", CODE + ", got '200.5'"),
            noAnswer("a code that is null", "{'response':null}", "'response': missing"),
            noAnswer("neither answer nor message", "{'code':0}", "'action': missing"),
            noAnswer("an answer that is no JSON", "{code:0}", "not strict JSON"),
            noAnswer("a field twice in an answer", "{'response':200,'response':200}", "is there twice"));
}
