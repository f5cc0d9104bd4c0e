package jim.chat.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.List;
import jim.testkit.ScriptedPeer;

/** Somebody with nc. */
final class PlainTalker implements Talker, AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    PlainTalker(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) ScriptedPeer.PATIENCE.toMillis());
    }

    @Override
    public void say(String line) throws IOException {
        send((line + "\n").getBytes(UTF_8));
    }

    /** Sends {@code bytes} in one write. */
    void send(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    @Override
    public String hear() throws IOException {
        String line = in.readLine();
        assertThat(line).as("a line of the server's").isNotNull();
        return line;
    }

    @Override
    public void awaitEnd() throws IOException {
        assertThat(in.readLine()).isNull();
    }

    /** Hears {@code lines} next, whatever the time is that stands in them. */
    void hears(String... lines) throws IOException {
        for (String line : lines) {
            assertThat(Transcript.masked(hear())).isEqualTo(line);
        }
    }

    /** Hears everything up to {@code end}, character by character. */
    String hearsUntil(String end) throws IOException {
        StringBuilder heard = new StringBuilder();
        while (heard.indexOf(end) < 0) {
            int next = in.read();
            assertThat(next).as("after " + heard).isNotNegative();
            heard.append((char) next);
        }
        return heard.toString();
    }

    /** Hears all that comes, whatever the time is that stands in it. */
    List<String> hearsToTheEnd() {
        return in.lines().map(Transcript::masked).toList();
    }

    /** Says that it will say nothing more; it still hears. */
    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void hangUp() throws IOException {
        close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
