package jim.engine.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import jim.engine.RunningEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser asks for that is no WebSocket. */
final class WebPagesTest {
    @Test
    void aPageComesWithItsHeaders() throws Exception {
        HttpResponse<String> answer = ask("GET", "/?from=here");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(WebSites.PAGE);
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
        assertThat(answer.headers().firstValue("x-frame-options")).hasValue("DENY");
    }

    @Test
    void aHeadHasTheHeadersAndNoPage() throws Exception {
        HttpResponse<String> answer = ask("HEAD", "/");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("content-length")).hasValue("" + WebSites.PAGE.length());
    }

    @Test
    void aPageThatIsNotThereIsNotFound() throws Exception {
        assertThat(ask("GET", "/secret").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void aPageCanOnlyBeRead(String method) throws Exception {
        HttpResponse<String> answer = ask(method, "/");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).hasValue("GET, HEAD");
    }

    @Test
    void thePathOfTheWebSocketIsNoPage() throws Exception {
        assertThat(ask("GET", WebSites.PATH).statusCode()).isEqualTo(426);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n"
            })
    void aRequestThatCannotBeReadIsRefused(String request) throws Exception {
        assertThat(answer(request)).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aHeaderThatIsTooLongIsRefused() throws Exception {
        assertThat(answer("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(100_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aPeerThatEndsItsStreamAfterTheRequestGetsThePage() throws Exception {
        try (RunningEngine engine = WebSites.echo();
                RawWebSocket peer = new RawWebSocket(engine.connectPlainly())) {
            peer.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").endOutput();
            assertThat(peer.awaitHead()).startsWith("HTTP/1.1 200 ");
        }
    }

    private static HttpResponse<String> ask(String method, String path) throws Exception {
        try (RunningEngine engine = WebSites.echo()) {
            HttpRequest request = HttpRequest.newBuilder(WebSites.uri("http", engine, path))
                    .method(method, BodyPublishers.noBody())
                    .build();
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        }
    }

    private static String answer(String request) throws Exception {
        try (RunningEngine engine = WebSites.echo();
                RawWebSocket peer = new RawWebSocket(engine.connectPlainly())) {
            return peer.send(request).awaitHead();
        }
    }
}
