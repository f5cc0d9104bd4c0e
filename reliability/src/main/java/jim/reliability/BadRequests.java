package jim.reliability;

import java.util.List;
import java.util.stream.Stream;
import jim.protocol.Frame;
import jim.testkit.WireExample;

/** Requests that are refused, each with a password or a text in it. */
final class BadRequests {
    private static final List<String> ROWS = List.of(
            "{'action':'authenticate','user':{'account_name':'keeper','password':'wrong %s'}}",
            "{'action':'authenticate','user':{'account_name':'keeper','password':['%s']}}",
            "{'action':'authenticate','user':{'account_name':'keeper','password':{'is':'%s'}}}",
            "{'action':'authenticate','user':{'password':'%s'}}",
            "{'action':'authenticate','password':'%s'}",
            "{'action':'authenticate','user':{'account_name':'keeper','password':'%s'",
            "{'action':'authenticate','user':{'account_name':'keeper','password':'%s\t'}}",
            "{'action':'authenticate','user':{'account_name':'keeper','password':%s}}",
            "{'action':'authenticate','user':{'account_name':'keeper','password':'x','password':'%s'}}",
            "{'action':'authenticate','user':{'account_name':'k k','password':'%s'}}",
            "{'action':'msg','to':'nobody','from':'parrot','message':'%s'}",
            "{'action':'msg','to':'keeper','from':'keeper','message':'%s'}",
            "{'action':'msg','to':'#nowhere','from':'parrot','message':'%s'}",
            "{'action':'msg','to':'keeper','from':'parrot','message':['%s']}",
            "{'action':'msg','to':'keeper','from':'parrot','message':'%s', 'message':1}",
            "{'action':'msg','to':'keeper','from':'parrot','message':'%s','encoding':7}",
            "{'action':'msg','to':'keeper','from':'parrot','message':'%s','time':[]}",
            "{'action':'msg','to':'keeper','from':'parrot','message':'%s\\q'}",
            "{'action':'msg','from':'parrot','message':'%s'}",
            "{'action':'message','message':'%s'}",
            "{'action':'dance','message':'%s'}",
            "{'message':'%s'}",
            "['%s']",
            "%s",
            "{'action':'msg','to':'keeper','from':'parrot','message':'%s" + "x".repeat(500) + "'}",
            "{'action':'msg','to':'keeper','from':'parrot','message':'%s" + "x".repeat(9_000) + "'}");

    /** How many there are. */
    static final int COUNT = ROWS.size();

    private BadRequests() {}

    /** All of them, with {@code word} for the password or the text. */
    static List<Frame> with(String word) {
        Stream<String> all = ROWS.stream().map(row -> row.replace("%s", word));
        return all.map(WireExample::json).toList();
    }
}
