package jim.chat.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jim.engine.netty.WebPage;
import org.junit.jupiter.api.Test;

/** What browsers are given, and what they may do with it. */
final class ChatPageTest {
    private static final int MOST_BYTES = 40 * 1_024;
    private static final Pattern PART = Pattern.compile("['\"](/\\w+\\.(?:js|css))['\"]");
    /** Every way by which a text can become a part of a page, or a program. */
    private static final Pattern DANGER = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|setHTML|createContextualFragment|DOMParser|srcdoc|document\\.write"
                    + "|\\beval\\b|\\bFunction\\(|javascript:|\\bon\\w+=[\"']|\\bstyle=");

    private final ChatPage page = new ChatPage();

    @Test
    void thePageMayLoadItsOwnPartsAndNothingElse() throws Exception {
        try (ChatSite site = ChatSite.open()) {
            HttpRequest request = HttpRequest.newBuilder(site.uri("http", "/")).build();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().map())
                    .containsEntry("content-type", List.of("text/html; charset=utf-8"))
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry("referrer-policy", List.of("no-referrer"));
            assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
                    .isEqualTo("default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self';"
                            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        }
    }

    @Test
    void everyPartThatIsAskedForIsThereUnderTheSameRules() {
        assertThat(files()).hasSizeGreaterThan(5).doesNotContainValue(null);
        Set<Map<String, String>> rules =
                files().values().stream().map(WebPage::headers).collect(Collectors.toSet());
        assertThat(rules).hasSize(1);
    }

    @Test
    void allTogetherIsSmall() {
        int bytes = files().values().stream()
                .mapToInt(file -> file.body().remaining())
                .sum();
        assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void noTextCanBecomeAPartOfThePage() {
        files().forEach((path, file) -> assertThat(
                        DANGER.matcher(text(file)).results().map(MatchResult::group))
                .as(path)
                .isEmpty());
    }

    @Test
    void nothingComesFromElsewhere() {
        files().forEach((path, file) ->
                assertThat(text(file)).as(path).doesNotContain("//cdn", "http://", "https://", "@import", "url("));
    }

    @Test
    void aPathThatIsNoPartIsNoPage() {
        assertThat(page.at("/WebChat.class")).isEmpty();
        assertThat(page.at("/../chat.js")).isEmpty();
        assertThat(page.at("*")).isEmpty();
    }

    /** The page, and what it asks for, and what that asks for. */
    private Map<String, WebPage> files() {
        Map<String, WebPage> files = new LinkedHashMap<>();
        add("/", files);
        return files;
    }

    private void add(String path, Map<String, WebPage> files) {
        if (files.containsKey(path)) {
            return;
        }
        WebPage file = page.at(path).orElse(null);
        files.put(path, file);
        if (file != null) {
            PART.matcher(text(file)).results().forEach(part -> add(part.group(1), files));
        }
    }

    private static String text(WebPage file) {
        return UTF_8.decode(file.body().duplicate()).toString();
    }
}
