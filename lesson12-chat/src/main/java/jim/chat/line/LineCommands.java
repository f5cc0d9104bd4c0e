package jim.chat.line;

import static java.util.stream.Collectors.joining;

import java.util.List;
import jim.chat.ChatFault;
import jim.handlers.Handles;

/** What each command does. Each looks at what was typed first, and then at who has typed it. For any thread. */
final class LineCommands {
    private static final String TOO_MANY_OR_TOO_FEW = "overage info";
    private static final String NO_TEXT = "empty message";

    private final Roll roll;

    LineCommands(Roll roll) {
        this.roll = roll;
    }

    @Handles("login")
    void login(Guest guest, Line line) throws LineFault, ChatFault {
        if (line.rest().isEmpty()) {
            throw new LineFault("require username");
        }
        guest.login(onlyWord(line));
    }

    @Handles("msg")
    void msg(Guest guest, Line line) throws LineFault, ChatFault {
        if (line.rest().isEmpty()) {
            throw new LineFault(TOO_MANY_OR_TOO_FEW);
        }
        guest.tell(line.word(), message(line.text()));
    }

    @Handles("msgall")
    void msgall(Guest guest, Line line) throws LineFault, ChatFault {
        String text = message(line.rest());
        guest.online().tellAll(text);
    }

    @Handles("whoami")
    void whoami(Guest guest, Line line) throws LineFault {
        String name = guest.online().name();
        guest.inform(line.bare() ? name : "[INFO] - " + name);
    }

    @Handles("userlist")
    void userlist(Guest guest, Line line) throws LineFault {
        guest.online();
        // Whoever comes or goes is told of afterwards: a list that was shown too late would deny it.
        roll.read(names -> guest.showPeople(names, list(names, line.bare())));
    }

    private static String list(List<String> names, boolean bare) {
        String list = names.stream().map(name -> "'" + name + "'").collect(joining(", ", "[", "]"));
        return bare ? list : "[INFO] - " + list;
    }

    @Handles("logout")
    void logout(Guest guest, Line line) throws LineFault {
        if (!line.rest().isEmpty()) {
            throw new LineFault(TOO_MANY_OR_TOO_FEW);
        }
        guest.logout();
    }

    private static String onlyWord(Line line) throws LineFault {
        if (line.rest().indexOf(' ') >= 0) {
            throw new LineFault(TOO_MANY_OR_TOO_FEW);
        }
        return line.rest();
    }

    private static String message(String text) throws LineFault {
        if (text.isBlank()) {
            throw new LineFault(NO_TEXT);
        }
        return text;
    }
}
