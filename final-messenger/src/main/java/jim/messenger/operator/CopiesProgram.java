package jim.messenger.operator;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import jim.chat.Letter;
import jim.cli.Arguments;
import jim.cli.Program;
import jim.cli.Stop;
import jim.messenger.store.Account;
import jim.messenger.store.OperatedStore;
import jim.messenger.store.StoreFault;
import jim.protocol.Hexadecimal;
import jim.protocol.JimCodec;
import jim.protocol.StrictJson;

/** The options {@code --backup} and {@code --export} of the server, which may be running meanwhile. */
public final class CopiesProgram {
    /** Names the file of a copy. */
    public static final String BACKUP = "backup";

    /** Wants everything as text. */
    public static final String EXPORT = "export";

    private CopiesProgram() {}

    /** Whether {@code arguments} ask for a copy, and for no server. */
    public static boolean isAskedFor(Arguments arguments) {
        return arguments.has(BACKUP) || arguments.has(EXPORT);
    }

    /** Copies the store that {@code arguments} name. */
    public static void run(Arguments arguments) throws Stop {
        if (arguments.has(BACKUP)) {
            Path copy = Operation.path(arguments, BACKUP, "");
            Operation.run(arguments, OperatedStore::open, store -> store.backUp(copy));
            System.out.println("The copy is " + copy + ".");
        }
        if (arguments.has(EXPORT)) {
            Operation.run(arguments, OperatedStore::open, CopiesProgram::export);
            Program.checkPrinted(System.out);
        }
    }

    /** One JSON object a line: accounts without what was kept of passwords, memberships, messages. */
    private static void export(OperatedStore store) throws StoreFault {
        store.accounts().forEach(account -> print(fields(account)));
        store.rooms().forEach((room, members) -> members.forEach(key -> print(membership(room, key))));
        store.messages(letter -> print(fields(letter)));
    }

    private static void print(Map<String, Object> fields) {
        System.out.println(StrictJson.text(fields));
    }

    private static Map<String, Object> fields(Account account) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("account", account.name());
        fields.put("password", account.isProtected());
        fields.put("since", JimCodec.seconds(account.since()));
        return fields;
    }

    private static Map<String, Object> membership(String room, String member) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("room", room);
        fields.put("member", member);
        return fields;
    }

    private static Map<String, Object> fields(Letter letter) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", new Hexadecimal(letter.id()).toString());
        fields.put("time", JimCodec.seconds(letter.message().at()));
        fields.put("from", letter.message().from());
        fields.put("to", letter.message().to());
        fields.put("message", letter.message().text());
        return fields;
    }
}
