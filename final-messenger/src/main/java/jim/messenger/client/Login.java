package jim.messenger.client;

import java.util.Optional;
import jim.cli.ExitCode;
import jim.cli.Stop;
import jim.protocol.Names;
import jim.protocol.Response;
import jim.protocol.Status;

/** Finds out who the person is: asks for a name, and for its password where it needs one. For the person's own thread. */
final class Login {
    private static final int MOST_WRONG = 3;
    private static final String HOW_WITHOUT_A_TERMINAL =
            "\nPut the password into a file, as its first line: --password-file FILE";
    /** A name that needs a password, one that needs a new one, and one that needs the operator are all answered 401. */
    private static final String WANTS_A_NEW_ONE = "no guests";

    private static final String WANTS_THE_OPERATOR = "no such account";

    private final MessengerClient client;
    private final Route route;
    private final Console console;
    private final String known;
    private boolean warned;
    private int wrong;

    /**
     * @param known the password, with which every name is tried; null to ask for one when it is needed
     */
    Login(MessengerClient client, Route route, Console console, String known) {
        this.client = client;
        this.route = route;
        this.console = console;
        this.known = known;
    }

    /** Logs in as {@code name}, or when it is null as whoever the person wants to be; false when the person leaves. */
    boolean as(String name) throws Stop {
        if (name != null) {
            checkName(name, "\nChoose another: -n NAME");
            return enter(name);
        }
        String typed = console.read("Your name:");
        while (typed != null) {
            try {
                checkName(typed.strip(), "");
                return enter(typed.strip());
            } catch (Stop stop) {
                if (stop.code() != ExitCode.REFUSED || !console.isInteractive() || wrong == MOST_WRONG) {
                    throw stop;
                }
                stop.getMessage().lines().forEach(console::show);
            }
            typed = console.read("Your name:");
        }
        if (!console.isInteractive()) {
            throw Stop.usage("there is no name to be known by: " + ClientMain.COMMAND + " -n NAME");
        }
        return false;
    }

    private static void checkName(String name, String hint) throws Stop {
        Optional<String> problem = Names.problemWithPerson(name);
        if (problem.isPresent()) {
            throw new Stop(ExitCode.REFUSED, "'" + name + "' cannot be a name: expected " + problem.get() + "." + hint);
        }
    }

    private boolean enter(String name) throws Stop {
        Optional<Response> answer = known == null ? withoutPassword(name) : Optional.of(withKnownPassword(name));
        if (answer.isPresent() && !answer.get().isGood()) {
            throw refused(name, answer.get(), "");
        }
        return answer.isPresent();
    }

    private Response withKnownPassword(String name) throws Stop {
        warn();
        return client.login(new Identity(name, known));
    }

    /** The last answer of the server; empty when the person leaves. */
    private Optional<Response> withoutPassword(String name) throws Stop {
        Response answer = client.login(new Identity(name, null));
        if (!answer.is(Status.UNAUTHORIZED) || answer.text().contains(WANTS_THE_OPERATOR)) {
            return Optional.of(answer);
        }
        if (!console.isInteractive()) {
            throw refused(name, answer, HOW_WITHOUT_A_TERMINAL);
        }
        warn();
        return answer.text().contains(WANTS_A_NEW_ONE) ? withNewPassword(name) : withPassword(name);
    }

    private Optional<Response> withPassword(String name) throws Stop {
        String password = typed("Password of " + name + ":");
        while (password != null) {
            Response answer = client.login(new Identity(name, password));
            if (!answer.is(Status.WRONG_CREDENTIALS) || ++wrong == MOST_WRONG) {
                return Optional.of(answer);
            }
            console.show("That is not the password. Try again.");
            password = typed("Password of " + name + ":");
        }
        return Optional.empty();
    }

    private Optional<Response> withNewPassword(String name) throws Stop {
        console.show("This server has no guests. Choose a password, and the name is yours.");
        String once = typed("New password:");
        while (once != null) {
            String twice = typed("Once more:");
            if (once.equals(twice)) {
                return Optional.of(client.login(new Identity(name, once)));
            }
            if (twice != null) {
                console.show("The two were not the same. Try again.");
            }
            once = twice == null ? null : typed("New password:");
        }
        return Optional.empty();
    }

    /** Asks again when nothing was typed, which is no password. */
    private String typed(String prompt) {
        String typed = console.readHidden(prompt);
        while (typed != null && typed.isEmpty()) {
            typed = console.readHidden(prompt);
        }
        return typed;
    }

    /** Says once, before a password is asked for or sent, that others can read it. */
    private void warn() {
        if (!warned && route.isReadableOnTheWay()) {
            console.show("Others on the way to " + route + " can read the password: it travels without TLS.");
        }
        warned = true;
    }

    private static Stop refused(String name, Response answer, String hint) {
        return new Stop(
                ExitCode.REFUSED,
                MessengerClient.sentence("the server refuses the name '" + name + "': " + answer.text()) + hint);
    }
}
