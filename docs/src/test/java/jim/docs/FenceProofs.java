package jim.docs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The kinds of fence that a page may have, each with its proof. A fence of another kind is a problem. */
final class FenceProofs implements Proof {
    private final Map<String, Proof> byKind;

    FenceProofs(Repository repository) throws IOException {
        byKind = new TreeMap<>(Map.of(
                "console", new ConsoleProof(repository),
                "java", new JavaProof(repository),
                "json", new JsonProof(),
                "mermaid", new MermaidProof(SourceNames.of(repository))));
    }

    @Override
    public List<String> problems(Fence fence) throws IOException, InterruptedException {
        Proof proof = byKind.get(fence.kind());
        return proof == null
                ? List.of("'" + fence.info() + "' is no kind of fence, expected one of " + byKind.keySet())
                : proof.problems(fence);
    }
}
