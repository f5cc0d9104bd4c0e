package jim.messenger.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Does once what every start does, and what a first guest asks for, in the folder in which it is run; then ends. The script
 * that starts the server has an archive made of the classes that were needed for that.
 */
public final class RehearsalMain {
    private static final String[] WORDS = {
        "{\"action\":\"presence\",\"user\":{\"account_name\":\"ann\"},\"ext\":[\"id\"]}",
        "{\"action\":\"msg\",\"to\":\"ann\",\"from\":\"ann\",\"message\":\"hello\"}",
        "{\"action\":\"quit\"}"
    };

    private RehearsalMain() {}

    public static void main(String[] line) throws IOException {
        String here = InetAddress.getLoopbackAddress().getHostAddress();
        int jim = freePort();
        ServerMain.main(
                new String[] {"-a", here, "-p", "" + jim, "--web", "" + freePort(), "--text", "" + freePort(), "--json"
                });
        try (Socket guest = new Socket(here, jim)) {
            for (String words : WORDS) {
                guest.getOutputStream().write(words.getBytes(UTF_8));
            }
            new BufferedReader(new InputStreamReader(guest.getInputStream(), UTF_8))
                    .lines()
                    .forEach(heard -> {});
        }
        System.exit(0);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
