package jim.docs;

import java.io.IOException;
import java.util.List;

/** Something that a whole page must keep to. */
interface PageRule {
    /** Where {@code page} does not keep to the rule, one sentence each; empty when it does. */
    List<String> problems(Markdown page) throws IOException;
}
