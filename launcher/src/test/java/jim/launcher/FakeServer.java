package jim.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jim.cli.ExitCode;

/** A small server for the tests, with the outside of the real one: {@code -p PORT --json}. It forwards {@code @NAME TEXT}. */
final class FakeServer {
    private static final Map<String, PrintStream> ONLINE = new ConcurrentHashMap<>();

    private FakeServer() {}

    public static void main(String[] line) throws IOException {
        ServerSocket listening = new ServerSocket();
        try {
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(Integer.parseInt(line[1])));
        } catch (IOException e) {
            System.err.println("port " + line[1] + " is taken.");
            System.exit(ExitCode.CANNOT_LISTEN.code());
        }
        System.out.println("{\"event\":\"ready\",\"jim\":" + listening.getLocalPort() + ",\"web\":null,\"pid\":1}");
        while (true) {
            Socket client = listening.accept();
            new Thread(() -> serve(client)).start();
        }
    }

    private static void serve(Socket client) {
        try (client;
                BufferedReader in = FakeClient.reader(client.getInputStream());
                PrintStream out = new PrintStream(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
            String name = in.readLine();
            ONLINE.put(name, out);
            out.println("welcome");
            in.lines().forEach(typed -> forward(name, typed.split(" ", 2)));
        } catch (IOException e) {
            System.err.println("a client was lost");
        }
    }

    private static void forward(String from, String[] message) {
        ONLINE.get(message[0].substring(1)).println("[12:00:00] " + from + ": " + message[1]);
    }
}
