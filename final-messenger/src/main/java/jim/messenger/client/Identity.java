package jim.messenger.client;

import java.util.List;
import jim.protocol.JimMessage;
import jim.protocol.JimMessage.Authenticate;
import jim.protocol.JimMessage.Presence;

/**
 * Whom the client logs in as. {@code toString} shows no password, because it is what a log prints.
 *
 * @param password kept in memory alone, to log in again when the link was lost; null for none
 */
record Identity(String name, String password) {
    private static final List<String> EXTENSIONS = List.of();

    /** What the server is told first. */
    JimMessage login() {
        return password == null ? presence() : new Authenticate(name, password, EXTENSIONS);
    }

    /** What the server is told when it asks whether the person is there; by then it knows the password. */
    Presence presence() {
        return new Presence(name, null, EXTENSIONS);
    }

    @Override
    public String toString() {
        return "Identity[name=" + name + "]";
    }
}
