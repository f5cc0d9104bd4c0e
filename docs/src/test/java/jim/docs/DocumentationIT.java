package jim.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every page of the repository is true. With {@code -Dreadme=PATH} only that page is looked at. */
final class DocumentationIT {
    private final Repository repository = Repository.here();

    @TestFactory
    Stream<DynamicTest> everyFenceIsTrue() throws IOException {
        Proof proof = new FenceProofs(repository);
        return pages().stream()
                .flatMap(page -> page.fences().stream())
                .map(fence -> dynamicTest(fence.name(), () -> assertNone(fence.name(), proof.problems(fence))));
    }

    @TestFactory
    Stream<DynamicTest> everyLinkLeadsSomewhere() throws IOException {
        return onEveryPage(new LinkRule(repository));
    }

    @TestFactory
    Stream<DynamicTest> everyMavenCommandCanBeTyped() throws IOException {
        return onEveryPage(new MavenRule(repository));
    }

    @TestFactory
    Stream<DynamicTest> everyLessonHasTheSameSections() throws IOException {
        return onEveryPage(new SkeletonRule());
    }

    private List<Markdown> pages() throws IOException {
        String only = System.getProperty("readme", "");
        assertThat(repository.has(only)).as("there is a page " + only).isTrue();
        return repository.pages().stream()
                .filter(page -> only.isEmpty() || only.equals(page.path()))
                .toList();
    }

    private Stream<DynamicTest> onEveryPage(PageRule rule) throws IOException {
        return pages().stream()
                .map(page -> dynamicTest(page.path(), () -> assertNone(page.path(), rule.problems(page))));
    }

    private static void assertNone(String where, List<String> problems) {
        assertThat(problems)
                .withFailMessage(() -> where + ": " + String.join("\n", problems))
                .isEmpty();
    }

    @Test
    void theListOfLessonsNamesEveryLessonThatCanBeRunAndNoOther() throws IOException, InterruptedException {
        assertThat(new LessonList(repository).printed())
                .containsExactlyInAnyOrderElementsOf(new LessonList(repository).built());
    }
}
