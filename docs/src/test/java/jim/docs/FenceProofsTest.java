package jim.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fence that is true passes, and a fence that is not fails with a sentence that says why. */
final class FenceProofsTest {
    private static final String SOURCE = """
            final class Greeter {
                private final Listener listener;

                void greet() {
                    int count = 1;
                    listener.greeted(count);
                }
            }
            """;

    @TempDir
    private Path root;

    @BeforeEach
    void makeRepository() throws Exception {
        Files.createDirectories(root.resolve("a"));
        Files.writeString(root.resolve("a/Greeter.java"), SOURCE);
    }

    @Test
    void aSnippetMayBeIndentedOtherwiseAndSkipLines() {
        assertThat(java("void greet() {", "...", "    listener.greeted(count);", "}"))
                .isEmpty();
    }

    @Test
    void aSnippetThatStandsNowhereIsAProblem() {
        assertThat(java("void greet() {", "    listener.greeted(count);"))
                .singleElement()
                .asString()
                .contains("do not stand in a/Greeter.java");
        assertThat(java("    listener.greeted(count);", "...", "int count = 1;"))
                .hasSize(1);
        assertThat(java()).containsExactly("the snippet is empty");
    }

    @Test
    void aSnippetOfAFileThatIsNotThereIsAProblem() {
        assertThat(new JavaProof(new Repository(root)).problems(fence("java a/None.java", "x")))
                .containsExactly("'a/None.java' is no Java file of the repository");
    }

    @Test
    void jsonMeetsWithTheVerdictThatThePageGives() {
        assertThat(json("accepted", "{\"action\":\"probe\"}", "{\"action\":\"quit\",\"x\":1}"))
                .isEmpty();
        assertThat(json("stays", "{\"action\":\"dance\"}", "{}")).isEmpty();
        assertThat(json("closes", "{\"a\":1,}", "hello", "{\"a\":1,\"a\":2}", "{} x"))
                .isEmpty();
        assertThat(json("answer", "{\"response\":200,\"alert\":\"ok\"}")).isEmpty();
    }

    @Test
    void jsonThatMeetsWithAnotherVerdictIsAProblem() {
        assertThat(json("accepted", "{\"action\":\"dance\"}")).hasSize(1);
        assertThat(json("stays", "{\"action\":\"probe\"}", "{\"action\"", "{} {}", "{,}"))
                .hasSize(4);
        assertThat(json("closes", "{\"action\":\"probe\"}", "{}")).hasSize(2);
        assertThat(json("answer", "{\"action\":\"probe\"}", "{}")).hasSize(2);
        assertThat(json("", "{}")).hasSize(1);
        assertThat(json("accepted")).containsExactly("there is no line to judge");
    }

    @Test
    void aDiagramNamesOnlyWhatIsThere() throws Exception {
        assertThat(diagram("flowchart LR", "  a[\"Greeter.greet()\"] --> MessageBox"))
                .isEmpty();
    }

    @Test
    void aDiagramThatNamesWhatIsNotThereIsAProblem() throws Exception {
        assertThat(diagram("sequenceDiagram", "  MessageStore->>MessageBox: append(text)"))
                .containsExactly(
                        "no source declares or imports the type 'MessageStore'", "no source has a function 'append'");
    }

    @Test
    void aDiagramThatCannotBeDrawnIsAProblem() throws Exception {
        assertThat(diagram("flow LR", "a --> b")).hasSize(1);
        assertThat(diagram("flowchart LR", "a[\"open] --> b")).hasSize(1);
        assertThat(diagram()).hasSize(1);
    }

    @Test
    void aFenceOfAnotherKindIsAProblem() throws Exception {
        Proof all = new FenceProofs(new Repository(root));

        assertThat(all.problems(fence("python", "print()"))).hasSize(1);
        assertThat(all.problems(fence("", "text"))).hasSize(1);
        assertThat(all.problems(fence("unclosed", "text"))).hasSize(1);
        assertThat(all.problems(fence("java a/Greeter.java", "void greet() {"))).isEmpty();
    }

    private List<String> java(String... lines) {
        return new JavaProof(new Repository(root)).problems(fence("java a/Greeter.java", lines));
    }

    private static List<String> json(String verdict, String... lines) {
        return new JsonProof().problems(fence("json " + verdict, lines));
    }

    private static List<String> diagram(String... lines) throws Exception {
        SourceNames names = new SourceNames(List.of("import a.MessageBox;\n" + SOURCE));
        return new MermaidProof(names).problems(fence("mermaid", lines));
    }

    private static Fence fence(String info, String... lines) {
        return new Fence("README.md", 1, info, List.of(lines));
    }
}
