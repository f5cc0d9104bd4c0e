package jim.messenger.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import jim.messenger.metrics.Metrics;

/**
 * Answers {@code /healthz} and {@code /metrics}, on threads of its own and on the loopback address alone. It does not look at
 * the {@code Host} of a request: a page in a browser that has been led here finds nothing to change, no secret and no name.
 */
public final class AdminDoor implements AutoCloseable {
    private static final int THREADS = 2;
    private static final String TEXT = "text/plain; charset=utf-8";

    static {
        // Nobody may hold one of the threads longer, with a request or an answer that does not end. In seconds.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
    }

    /** Says whether a server is well. */
    public interface Health {
        /** Why it is not, in a sentence. */
        Optional<String> problem();
    }

    private record Answer(int code, String type, String text) {
        static Answer of(int code, String sentence) {
            return new Answer(code, TEXT, sentence + "\n");
        }
    }

    private final HttpServer http;
    private final ExecutorService threads;
    private final Health health;
    private final Metrics metrics;

    private AdminDoor(HttpServer http, ExecutorService threads, Health health, Metrics metrics) {
        this.http = http;
        this.threads = threads;
        this.health = health;
        this.metrics = metrics;
    }

    /** Opens it at {@code port}, 0 for any free one. */
    public static AdminDoor open(int port, Health health, Metrics metrics) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        AtomicInteger number = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "admin-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        AdminDoor door = new AdminDoor(http, threads, health, metrics);
        http.setExecutor(threads);
        http.createContext("/", door::handle);
        http.start();
        return door;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return http.getAddress();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            boolean isRead = method.equals("GET") || method.equals("HEAD");
            if (!isRead) {
                exchange.getResponseHeaders().put("Allow", List.of("GET, HEAD"));
            }
            Answer answer = isRead
                    ? answer(String.valueOf(exchange.getRequestURI().getPath()))
                    : Answer.of(405, "here is nothing to change: use GET or HEAD");
            send(exchange, answer, method.equals("HEAD"));
        }
    }

    private Answer answer(String path) {
        return switch (path) {
            case "/healthz" ->
                health.problem().map(problem -> Answer.of(503, problem)).orElse(Answer.of(200, "ok"));
            case "/metrics" -> new Answer(200, Metrics.CONTENT_TYPE, metrics.text());
            default -> Answer.of(404, "there is nothing here: ask for /healthz or /metrics");
        };
    }

    private static void send(HttpExchange exchange, Answer answer, boolean isHead) throws IOException {
        byte[] body = answer.text().getBytes(UTF_8);
        Map<String, List<String>> headers = exchange.getResponseHeaders();
        headers.put("Content-Type", List.of(answer.type()));
        headers.put("Cache-Control", List.of("no-store"));
        if (isHead) {
            headers.put("Content-Length", List.of(String.valueOf(body.length)));
            exchange.sendResponseHeaders(answer.code(), -1);
        } else {
            exchange.sendResponseHeaders(answer.code(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Answers nobody any more. */
    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
