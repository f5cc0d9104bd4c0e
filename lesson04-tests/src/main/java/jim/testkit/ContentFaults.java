package jim.testkit;

import static jim.testkit.GoodRequests.CLEF;
import static jim.testkit.WireExample.stays;

import java.util.List;

/** Objects that are well formed but wrong in their content, one character over a limit for instance. */
final class ContentFaults {
    private ContentFaults() {}

    static final List<WireExample> ROWS = List.of(
            stays("an empty object", "{}", "'action': missing, expected a text"),
            stays("an action that is null", "{'action':null}", "'action': missing"),
            stays("an action that is a number", "{'action':1}", "'action': expected a text, got a number"),
            stays("an action that is a list", "{'action':['quit']}", "'action': expected a text, got a list"),
            stays("an action that is an object", "{'action':{}}", "'action': expected a text, got an object"),
            stays("an action that is true", "{'action':true}", "'action': expected a text, got true or false"),
            stays("an unknown action", "{'action':'dance'}", "unknown action 'dance', expected one of a"),
            stays("an action with a slip", "{'action':'laeve'}", "unknown action 'laeve', expected perhaps 'leave'"),
            stays("an action in capitals", "{'action':'QUIT'}", "unknown action 'QUIT', expected perhaps 'quit'"),
            stays("an unknown action of 15 characters", "{'action':'abcdefghijklmno'}", "unknown action"),
            stays(
                    "an action of 16 characters",
                    "{'action':'abcdefghijklmnop'}",
                    "'action': expected at most 15 characters, got 16"),
            stays("an action that turns text around", "{'action':'\\u202edance'}", "unknown action '\\u202edance'"),
            stays(
                    "a time that is true",
                    "{'action':'quit','time':true}",
                    "'time': expected a number or a text, got true or false"),
            stays(
                    "a time that is a list",
                    "{'action':'quit','time':[]}",
                    "'time': expected a number or a text, got a list"),
            stays("presence of nobody", "{'action':'presence'}", "'user': missing, expected an object"),
            stays(
                    "presence of a list",
                    "{'action':'presence','user':['ann']}",
                    "'user': expected an object, got a list"),
            stays(
                    "presence without a name",
                    "{'action':'presence','user':{}}",
                    "'user.account_name': missing, expected a text"),
            stays(
                    "a name that is a number",
                    "{'action':'presence','user':{'account_name':1}}",
                    "'user.account_name': expected a text, got a number"),
            stays(
                    "a type that is a number",
                    "{'action':'presence','type':1,'user':{'account_name':'ann'}}",
                    "'type': expected a text, got a number"),
            stays(
                    "a status of 101 characters",
                    "{'action':'presence','user':{'account_name':'ann','status':'" + CLEF.repeat(101) + "'}}",
                    "'user.status': expected at most 100 characters, got 101"),
            stays("after a text", GoodRequests.after("'1'"), "'after': expected a whole number from 0"),
            stays("after less than nothing", GoodRequests.after("-1"), "got '-1'"),
            stays("after a half", GoodRequests.after("1.5"), "got '1.5'"),
            stays(
                    "after what is beyond a long",
                    GoodRequests.after("9223372036854775808"),
                    "got '9223372036854775808'"),
            stays(
                    "extensions that are a text",
                    "{'action':'presence','user':{'account_name':'ann'},'ext':'id'}",
                    "'ext': expected a list of texts, got a text"),
            stays(
                    "an extension that is null",
                    "{'action':'presence','user':{'account_name':'ann'},'ext':['id',null]}",
                    "'ext': expected a list of texts, found null in it"),
            stays(
                    "an extension that is a number",
                    "{'action':'presence','user':{'account_name':'ann'},'ext':[1]}",
                    "'ext': expected a list of texts, found a number in it"),
            stays(
                    "authenticate without a password",
                    "{'action':'authenticate','user':{'account_name':'ann'}}",
                    "'user.password': missing, expected a text"),
            stays(
                    "a password of 201 characters",
                    "{'action':'authenticate','user':{'account_name':'ann','password':'" + CLEF.repeat(201) + "'}}",
                    "'user.password': expected at most 200 characters, got 201"),
            stays(
                    "msg without a text",
                    "{'action':'msg','to':'bob','from':'ann'}",
                    "'message': missing, expected a text"),
            stays(
                    "a text that is a number",
                    "{'action':'msg','to':'bob','from':'ann','message':1}",
                    "'message': expected a text, got a number"),
            stays(
                    "a text of 501 characters",
                    GoodRequests.msg("bob", CLEF.repeat(501)),
                    "'message': expected at most 500 characters, got 501"),
            stays(
                    "a recipient of 26 characters",
                    GoodRequests.msg("b".repeat(26), "hi"),
                    "'to': expected at most 25 characters, got 26"),
            stays(
                    "an encoding of 21 characters",
                    "{'action':'msg','to':'bob','from':'ann','message':'hi','encoding':'" + "e".repeat(21) + "'}",
                    "'encoding': expected at most 20 characters, got 21"),
            stays("join without a room", "{'action':'join'}", "'room': missing, expected a text"),
            stays(
                    "join of a person",
                    "{'action':'join','room':'bob'}",
                    "'room': expected a room, which begins with '#'"),
            stays(
                    "join of a room without a name",
                    "{'action':'join','room':'#'}",
                    "'room': expected 1 to 24 characters"),
            stays("join of everyone", "{'action':'join','room':'#All'}", "expected a room that does not mean everyone"),
            stays(
                    "a room of 26 characters",
                    "{'action':'join','room':'#" + "r".repeat(25) + "'}",
                    "'room': expected at most 25 characters, got 26"),
            stays("leave without a room", "{'action':'leave'}", "'room': missing, expected a text"),
            stays("who in a room of a list", "{'action':'who','room':[]}", "'room': expected a text, got a list"));
}
