package jim.engine.selector;

import jim.engine.router.RouterProgram;

/** Lesson 10: the router of lesson 9, on event loops. */
public final class SelectorProgram {
    private SelectorProgram() {}

    /** Runs the program. */
    public static void main(String[] line) {
        new RouterProgram("dist/lesson 10", SelectorEngine::new).run(line);
    }
}
