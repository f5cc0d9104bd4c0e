package jim.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import jim.cli.ExitCode;

/** A small client for the tests, with the outside of the real one: {@code HOST PORT -n NAME}, then typed lines. */
final class FakeClient {
    private FakeClient() {}

    public static void main(String[] line) throws IOException {
        String name = line[3];
        if (name.equals("refused")) {
            System.err.println("the server refuses the name.");
            System.exit(ExitCode.REFUSED.code());
        }
        Socket server = new Socket(line[0], Integer.parseInt(line[1]));
        PrintStream out = new PrintStream(server.getOutputStream(), true, StandardCharsets.UTF_8);
        BufferedReader in = reader(server.getInputStream());
        out.println(name);
        in.readLine();
        System.out.println("Connected to " + line[0] + ":" + line[1] + " as " + name + ".");
        Thread listening = new Thread(() -> in.lines().forEach(System.out::println));
        listening.setDaemon(true);
        listening.start();
        reader(System.in).lines().forEach(typed -> obey(typed, out));
        System.exit(0);
    }

    static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private static void obey(String typed, PrintStream server) {
        switch (typed) {
            case "exit" -> System.exit(0);
            case "die" -> {
                System.err.println("something broke");
                System.exit(9);
            }
            case "draw" -> System.out.println("\u001b[2J\u0007red");
            case "resist" -> resist();
            default -> server.println(typed);
        }
    }

    /** From now on only SIGKILL ends this program. */
    private static void resist() {
        Runtime.getRuntime().addShutdownHook(new Thread(FakeClient::block));
        System.out.println("resisting");
    }

    private static void block() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
