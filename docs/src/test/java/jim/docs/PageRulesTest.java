package jim.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that keeps to the rules passes, and one that does not fails with a sentence that says where. */
final class PageRulesTest {
    private static final String QUIET = " -Dsurefire.failIfNoSpecifiedTests=false";

    @TempDir
    private Path root;

    private Repository repository;

    @BeforeEach
    void makeRepository() throws Exception {
        repository = new Repository(root);
        write("pom.xml", "<module>lesson01-a</module><module>lesson02-b</module><id>mutation</id>");
        write("docs/words.md", "# Words\n\n## Time-out\n\n## The `stream`, or pipe\n\n## Time-out\n");
        write("lesson01-a/src/test/java/a/GreeterTest.java", "final class GreeterTest { void aGuestIsGreeted() {} }");
    }

    @Test
    void linksToFilesAndHeadingsAreFollowed() {
        assertThat(links("[a](../docs/words.md#time-out) [b](../docs/words.md#time-out-1) [c](#here) [d](../docs)\n"
                        + "[e](../docs/words.md#the-stream-or-pipe) [f](https://example.org/x) `[g](none)`\n## Here"))
                .isEmpty();
    }

    @Test
    void aDeadLinkIsAProblem() {
        assertThat(links("[a](../docs/none.md)")).containsExactly("line 1: the link '../docs/none.md' is dead");
        assertThat(links("[a](../docs/words.md#deadline)")).hasSize(1);
        assertThat(links("[a](#nowhere)")).hasSize(1);
        assertThat(links("[a](../../outside.md)")).hasSize(1);
        assertThat(links("[a](../lesson01-a/src/test/java/a/GreeterTest.java#L3)"))
                .hasSize(1);
        assertThat(links("[a]: none.md")).hasSize(1);
    }

    @Test
    void aMavenCommandNamesWhatIsThere() throws Exception {
        assertThat(maven("`mvn test -pl lesson01-a -Dtest=GreeterTest" + QUIET + "`"))
                .isEmpty();
        assertThat(maven("`mvn test -pl lesson01-a -Dtest=Greet*#aGuestIsGreeted" + QUIET + "`"))
                .isEmpty();
        assertThat(maven("`mvn -Pmutation verify -pl lesson01-a`, `mvn test -pl lessonNN-topic`"))
                .isEmpty();
    }

    @Test
    void aMavenCommandThatNamesWhatIsNotThereIsAProblem() throws Exception {
        assertThat(maven("`mvn test -pl lesson03-c`")).hasSize(1);
        assertThat(maven("`mvn test -pl lesson02-b -Dtest=GreeterTest" + QUIET + "`"))
                .hasSize(1);
        assertThat(maven("`mvn test -Dtest=GreeterTest#aStrangerIsGreeted" + QUIET + "`"))
                .hasSize(1);
        assertThat(maven("`mvn -Pnone verify`")).hasSize(1);
        assertThat(maven("`mvn tset`")).hasSize(1);
        assertThat(maven("```console\n$ mvn tset\n```")).hasSize(1);
    }

    @Test
    void aMavenCommandThatWouldStopInAnotherModuleIsAProblem() throws Exception {
        assertThat(maven("`mvn test -pl lesson01-a -Dtest=GreeterTest`"))
                .singleElement(STRING)
                .contains("stops at the first module");
    }

    @Test
    void aLessonWithAllSectionsInOrderPasses() {
        assertThat(skeleton(lesson())).isEmpty();
    }

    @Test
    void aLessonThatLacksASectionOrATasksPartIsAProblem() {
        assertThat(skeleton(lesson().replace("## Break it\n", ""))).hasSize(1);
        assertThat(skeleton(lesson().replace("## Words\n", "").replace("## Next", "## Words\n## Next")))
                .hasSize(1);
        assertThat(skeleton(lesson().replace("Common mistake", "")))
                .containsExactly("'Task 1. Greet' lacks its part 'mistake'");
        assertThat(skeleton(lesson().replace("Task 1.", "Task 2."))).hasSize(1);
        assertThat(skeleton(lesson().replace("mermaid", "json"))).hasSize(1);
        assertThat(skeleton(lesson().replace("90 min", ""))).hasSize(1);
    }

    @Test
    void aFenceIsFoundWithItsLineAndKind() {
        Markdown page = Markdown.of("README.md", "text\n\n  ```json stays\n  {}\n\n  ```\n````\n```\n````\n```x");

        assertThat(page.fences())
                .extracting(Fence::name)
                .containsExactly("README.md:3 json", "README.md:7 ", "README.md:10 unclosed");
        assertThat(page.fences().get(0).lines()).containsExactly("{}", "");
        assertThat(page.fences().get(0).argument()).isEqualTo("stays");
    }

    @Test
    void whatTheBuildFillsIsNotRead() throws Exception {
        write("target/x.md", "");
        write("dist/x.md", "");
        write("build/dist/y.md", "");

        assertThat(repository.pages()).extracting(Markdown::path).containsExactly("build/dist/y.md", "docs/words.md");
    }

    private static String lesson() {
        return """
                # Lesson 1. Greetings
                90 min · needs: nothing · check: `mvn test -pl lesson01-a`
                ## Before -> after
                ## See it run
                ```console
                $ true
                ```
                ## Words
                ## The idea
                ```mermaid
                graph LR
                ```
                ## Predict first
                <details></details>
                ## Tasks
                ### Task 1. Greet
                **Goal** **Contract** **Where** **Signature** **Check** `mvn test`
                <details><summary>Hint</summary></details> **Common mistake**
                ## Check it all
                ## Break it
                ## How the original course did it
                ## Self-check
                <details></details>
                ## Stretch * ** ***
                ## For teachers
                ## Next
                """;
    }

    private List<String> links(String text) {
        return new LinkRule(repository).problems(Markdown.of("lesson01-a/README.md", text));
    }

    private List<String> maven(String text) throws Exception {
        return new MavenRule(repository).problems(Markdown.of("README.md", text));
    }

    private List<String> skeleton(String text) {
        return new SkeletonRule().problems(Markdown.of("lesson01-a/README.md", text));
    }

    private void write(String path, String text) throws Exception {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }
}
