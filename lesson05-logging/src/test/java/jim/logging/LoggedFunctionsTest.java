package jim.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jim.presence.ClientFunctions;
import jim.presence.PresenceClient;
import jim.presence.PresenceServer;
import jim.presence.ServerFunctions;
import jim.protocol.Frame;
import jim.protocol.FrameReader;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JimMessage.Presence;
import jim.protocol.JsonFraming;
import jim.protocol.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands between a caller and the functions calls each of them once, and says so once. */
final class LoggedFunctionsTest {
    private final JimCodec codec = new JimCodec();
    private final List<String> calls = new ArrayList<>();

    @TempDir
    Path directory;

    @Test
    void eachFunctionOfTheServerIsCalledOnceAndLoggedOnce() throws Exception {
        try (LogFile log = ServerLogConfig.open(directory)) {
            ServerFunctions server =
                    new LoggedServerFunctions(counted(ServerFunctions.class, new PresenceServer(codec)), log.logger());
            Frame message =
                    server.receiveMessage(reading("{\"action\":\"presence\",\"user\":{\"account_name\":\"ann\"}}"));
            Response answer = server.formAnswer(message);
            server.sendAnswer(OutputStream.nullOutputStream(), answer);
        }
        assertThat(calls).containsExactly("receiveMessage", "formAnswer", "sendAnswer");
        assertThat(logged("server")).isEqualTo(calls);
    }

    @Test
    void eachFunctionOfTheClientIsCalledOnceAndLoggedOnce() throws Exception {
        try (LogFile log = ClientLogConfig.open(directory)) {
            ClientFunctions client =
                    new LoggedClientFunctions(counted(ClientFunctions.class, new PresenceClient(codec)), log.logger());
            Presence presence = client.formPresence("ann");
            client.sendMessage(OutputStream.nullOutputStream(), presence);
            Frame answer = client.receiveAnswer(reading("{\"response\":200,\"time\":1,\"alert\":\"hi\"}"));
            client.parseAnswer(answer);
        }
        assertThat(calls).containsExactly("formPresence", "sendMessage", "receiveAnswer", "parseAnswer");
        assertThat(logged("client")).isEqualTo(calls);
    }

    @Test
    void aFunctionThatThrowsIsNotCalledAgain() throws Exception {
        try (LogFile log = ClientLogConfig.open(directory)) {
            ClientFunctions client =
                    new LoggedClientFunctions(counted(ClientFunctions.class, new PresenceClient(codec)), log.logger());
            assertThatThrownBy(() -> client.formPresence("no name")).isInstanceOf(JimFault.class);
        }
        assertThat(calls).containsExactly("formPresence");
    }

    private static FrameReader reading(String json) {
        return new FrameReader(new ByteArrayInputStream(Frame.of(json).toByteArray()), new JsonFraming());
    }

    /** {@code functions}, and each call of one is noted. */
    private <F> F counted(Class<F> type, F functions) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    calls.add(method.getName());
                    try {
                        return method.invoke(functions, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** The function that each line of the log names. */
    private List<String> logged(String name) throws Exception {
        return Files.readAllLines(directory.resolve("log").resolve(name + ".log")).stream()
                .map(line -> line.replaceAll("^.{23} INFO " + name + " (\\w+).*", "$1"))
                .toList();
    }
}
