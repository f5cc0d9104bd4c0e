package jim.messenger.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import jim.protocol.Frame;
import jim.protocol.JimFault;
import jim.protocol.Response;
import jim.protocol.StrictJson;
import jim.testkit.ScriptedPeer;

/**
 * A person's side of a connection to the messenger, byte for byte as a test says. In what it sends, single quotes stand
 * for double ones. For one thread.
 */
public final class Visitor implements AutoCloseable {
    private final InetSocketAddress address;
    private final ScriptedPeer peer;

    private Visitor(InetSocketAddress address, ScriptedPeer peer) {
        this.address = address;
        this.peer = peer;
    }

    static Visitor to(InetSocketAddress server) throws IOException {
        return new Visitor(server, ScriptedPeer.connect(server));
    }

    /** Somebody else at the same door. */
    Visitor another() throws IOException {
        return to(address);
    }

    /** What is below, for a test that counts bytes. */
    ScriptedPeer peer() {
        return peer;
    }

    static String authenticate(String name, String password) {
        return "{'action':'authenticate','user':{'account_name':'" + name + "','password':'" + password + "'}}";
    }

    static String presence(String name) {
        return "{'action':'presence','user':{'account_name':'" + name + "'}}";
    }

    /** The same with further fields, such as {@code 'ext':['id']}. */
    static String presence(String name, String more) {
        return "{'action':'presence','user':{'account_name':'" + name + "'}," + more + "}";
    }

    static String msg(String to, String from, String text) {
        return "{'action':'msg','to':'" + to + "','from':'" + from + "','message':'" + text + "'}";
    }

    /** A message with a mark of its sender's own. */
    static String msg(String to, String from, String text, String cid) {
        return msg(to, from, text).replace("{'action'", "{'cid':'" + cid + "','action'");
    }

    Visitor login(String name) throws IOException {
        assertThat(ask(presence(name)).code()).as("the login of " + name).isEqualTo(200);
        return this;
    }

    /** Asks again and again: a server learns at some time only that somebody's connection has ended. */
    void loginWhenFree(String name) throws IOException {
        whenFree(presence(name));
    }

    /** The same with a presence of any kind. */
    Visitor whenFree(String presence) throws IOException {
        long deadline = System.nanoTime() + ScriptedPeer.PATIENCE.toNanos();
        Response answer = ask(presence);
        while (answer.code() == 409 && System.nanoTime() < deadline) {
            answer = ask(presence);
        }
        assertThat(answer.code()).as(answer.text()).isEqualTo(200);
        return this;
    }

    /** Gives the name back, and reads on until the server has ended the connection. */
    void quit() throws IOException {
        say("{'action':'quit'}").peer.awaitFramesUntilEnd();
    }

    /** Sends {@code request}, waits for nothing. */
    public Visitor say(String request) throws IOException {
        peer.send(request);
        return this;
    }

    /** Sends {@code request} and waits for its answer, which must be the next thing that comes. */
    public Response ask(String request) throws IOException {
        return say(request).peer.awaitAnswer();
    }

    /** Is probed, and says that it is there. */
    void showsLifeAs(String name) throws IOException {
        assertThat(hears().get("action").getAsString()).isEqualTo("probe");
        assertThat(ask(presence(name)).code()).isEqualTo(200);
    }

    /** Waits for the next answer, which must be the next thing that comes. */
    Response answer() throws IOException {
        return peer.awaitAnswer();
    }

    /** Waits for whatever comes next. */
    public JsonObject hears() throws IOException {
        Frame frame = peer.awaitFrame();
        try {
            return StrictJson.object(frame);
        } catch (JimFault fault) {
            throw new AssertionError("the server sent no strict JSON", fault);
        }
    }

    /** Waits for a message, which must be the next thing that comes, and tells who said what: {@code ann: hi}. */
    public String hearsMessage() throws IOException {
        JsonObject object = hears();
        assertThat(object.has("message")).as("a message: " + object).isTrue();
        return object.get("from").getAsString() + ": " + object.get("message").getAsString();
    }

    /** Whatever was sent before this question has been served, and its effects sent, when the answer has come. */
    void expectNothing() throws IOException {
        assertThat(ask("{'action':'who','id':'nothing else'}").more()).containsEntry("id", "nothing else");
    }

    @Override
    public void close() throws IOException {
        peer.close();
    }
}
