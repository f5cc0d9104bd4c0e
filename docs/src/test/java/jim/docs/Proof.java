package jim.docs;

import java.io.IOException;
import java.util.List;

/** Proves one kind of fence. */
interface Proof {
    /** What is not true in {@code fence}, one sentence each; empty when all of it is true. */
    List<String> problems(Fence fence) throws IOException, InterruptedException;
}
