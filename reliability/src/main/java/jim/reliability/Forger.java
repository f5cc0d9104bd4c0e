package jim.reliability;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import jim.protocol.Frame;
import jim.protocol.JimMessage.Join;
import jim.protocol.JimMessage.Msg;
import jim.protocol.Status;
import jim.testkit.WireExample;

/** Somebody who writes in the names of others: in JIM, and in the words of the course's clients. For one thread. */
final class Forger {
    private static final String ROOM = "#square";
    private static final int AT_ONCE = 50;
    private static final String FORGED = "forged";
    private static final String HONEST = "honest";

    private final Guest victim;
    private final Guest reader;
    private final Guest jim;
    private final Guest course;
    private int answerable;

    Forger(InetSocketAddress server) throws IOException {
        victim = Guest.at(server, "victim", "id");
        reader = Guest.at(server, "reader", "id");
        jim = Guest.at(server, "forger", "id");
        course = Guest.at(server);
        course.say(WireExample.json("{'action':'presence','time':1,'user':{'account_name':'pupil'}}"))
                .answer();
        for (Guest guest : List.of(victim, reader, jim)) {
            guest.ask(new Join(ROOM));
        }
    }

    /** Writes so many messages; says how many were refused as somebody else's. */
    int forge(int count) throws IOException {
        int refused = 0;
        for (int i = 0; i < count; i += AT_ONCE) {
            for (int j = i; j < Math.min(count, i + AT_ONCE); j++) {
                send(j);
            }
            for (int j = i; j < Math.min(count, i + AT_ONCE); j++) {
                if (!isOfTheCourse(j)) {
                    answerable++;
                    refused += jim.answer().is(Status.FORBIDDEN) ? 1 : 0;
                }
            }
        }
        return refused;
    }

    private static boolean isOfTheCourse(int number) {
        return number % 4 == 3;
    }

    private void send(int number) throws IOException {
        String to = List.of("reader", ROOM, "#all", "victim").get(number / 4 % 4);
        String from = List.of("victim", "reader", "nobody").get(number % 3);
        if (isOfTheCourse(number)) {
            course.say(inTheCoursesWords(to, from, FORGED));
        } else {
            jim.say(new Msg(to, from, FORGED));
        }
    }

    private static Frame inTheCoursesWords(String to, String from, String text) {
        return WireExample.json("{'action':'message','time':1,'destination':'" + to + "','sender':'" + from
                + "','mess_text':'" + text + "'}");
    }

    /** How many of those that were sent must have been answered. */
    int answerable() {
        return answerable;
    }

    /** How many forged messages others have read, before the honest ones that follow. */
    int seen() throws IOException {
        for (String to : List.of("reader", "victim")) {
            course.say(inTheCoursesWords(to, "pupil", HONEST));
            jim.ask(new Msg(to, "forger", HONEST));
        }
        return seenBy(reader) + seenBy(victim);
    }

    private static int seenBy(Guest guest) throws IOException {
        int honest = 0;
        int forged = 0;
        while (honest < 2) {
            if (guest.hear() instanceof Msg msg) {
                honest += msg.text().equals(HONEST) ? 1 : 0;
                forged += msg.text().equals(FORGED) ? 1 : 0;
            }
        }
        return forged;
    }
}
