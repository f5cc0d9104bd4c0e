package jim.peers;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import jim.cli.Arguments;
import jim.cli.ExitCode;
import jim.cli.Program;
import jim.cli.Programs;
import jim.cli.Stop;
import jim.cli.Usage;
import jim.protocol.Frame;
import jim.protocol.FrameReader;
import jim.protocol.JimFault;
import jim.protocol.JsonFraming;
import jim.protocol.VisibleText;

/** The lesson's two programs: a wrong client and a wrong server. */
public final class WrongPeersProgram {
    private static final String COMMAND = "dist/lesson 04";
    private static final int DEFAULT_PORT = 7777;
    /** Longer than a server should bear a client that says nothing. */
    private static final int PATIENCE_MS = 60_000;

    private final PrintStream out;

    private WrongPeersProgram(PrintStream out) {
        this.out = out;
    }

    /** Runs the program that the first word names. */
    public static void main(String[] line) {
        Program.main((out, err) -> run(line, out, err));
    }

    static ExitCode run(String[] line, PrintStream out, PrintStream err) {
        WrongPeersProgram program = new WrongPeersProgram(out);
        return new Programs(COMMAND, "Wrong peers, to try a server or a client against.")
                .part("wrong-client", clientUsage(), program::visit)
                .part("wrong-server", serverUsage(), program::serve)
                .run(line, out, err);
    }

    private static Usage clientUsage() {
        return new Usage(
                        COMMAND + " wrong-client",
                        "KIND ADDR [PORT]",
                        "Visits a server and prints what it says. KIND is one of"
                                + Behaviour.meanings(WrongClient.class))
                .example(COMMAND + " wrong-client drip localhost");
    }

    private static Usage serverUsage() {
        return new Usage(
                        COMMAND + " wrong-server",
                        "KIND",
                        "Takes one client after the other. KIND is one of" + Behaviour.meanings(WrongServer.class))
                .option("p", "port", "PORT", "TCP port to listen on, 0 for any free one (default " + DEFAULT_PORT + ")")
                .example(COMMAND + " wrong-server silent -p 7778");
    }

    private void visit(Arguments arguments) throws Stop {
        if (arguments.positional().size() < 2) {
            throw Stop.usage("a kind and an address are needed: " + COMMAND + " wrong-client drip localhost");
        }
        WrongClient kind = Behaviour.named(arguments.positional().get(0), WrongClient.class);
        InetSocketAddress server =
                new InetSocketAddress(arguments.positional().get(1), arguments.positionalPort(2, DEFAULT_PORT));
        try (Socket socket = new Socket()) {
            socket.connect(server, PATIENCE_MS);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MS);
            out.println(how(kind, socket));
        } catch (IOException e) {
            throw Stop.noServer(server, e, "Start one: dist/lesson 03 server -p " + server.getPort());
        }
    }

    /** Plays, prints each object that comes back, and returns how it ended. */
    private String how(WrongClient kind, Socket socket) throws IOException {
        try {
            kind.play(socket);
            FrameReader in = new FrameReader(socket.getInputStream(), new JsonFraming());
            for (Frame frame = in.read(); frame != null; frame = in.read()) {
                out.println(VisibleText.of(
                        StandardCharsets.UTF_8.decode(frame.buffer()).toString()));
            }
            return "the server hung up";
        } catch (JimFault fault) {
            return "the server does not speak JIM: " + fault.getMessage();
        } catch (EOFException e) {
            return "the server hung up in the middle of an answer";
        } catch (SocketTimeoutException e) {
            return "the server neither answered nor hung up within " + PATIENCE_MS / 1_000 + " s";
        } catch (SocketException e) {
            return "the server dropped the connection: " + e.getMessage();
        }
    }

    private void serve(Arguments arguments) throws IOException, Stop {
        if (arguments.positional().isEmpty()) {
            throw Stop.usage("a kind is needed: " + COMMAND + " wrong-server silent");
        }
        WrongServer kind = Behaviour.named(arguments.positional().get(0), WrongServer.class);
        InetSocketAddress at =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), arguments.port("port", DEFAULT_PORT));
        try (ServerSocket listening = listen(at)) {
            out.println("listening on port " + listening.getLocalPort() + "; stop with Ctrl-C");
            while (true) {
                serve(kind, listening);
            }
        }
    }

    private static ServerSocket listen(InetSocketAddress at) throws IOException, Stop {
        ServerSocket listening = new ServerSocket();
        try {
            listening.setReuseAddress(true);
            listening.bind(at);
            return listening;
        } catch (IOException e) {
            listening.close();
            throw Stop.cannotListen(at, e, COMMAND + " wrong-server silent");
        }
    }

    /** Waits for a client's first byte, plays, and then hears the client to its end. */
    private void serve(WrongServer kind, ServerSocket listening) throws IOException {
        try (Socket client = listening.accept()) {
            client.setTcpNoDelay(true);
            client.setSoTimeout(PATIENCE_MS);
            if (client.getInputStream().read() >= 0) {
                kind.play(client);
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
            out.println("a client came and went");
        } catch (SocketException | SocketTimeoutException e) {
            out.println("a client was lost: " + e.getMessage());
        }
    }
}
