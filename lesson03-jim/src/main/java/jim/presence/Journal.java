package jim.presence;

import java.io.PrintStream;

/** Where a program's service messages go. Lesson 3 prints them; later lessons have better ideas. For any thread. */
public interface Journal {
    /** Something happened that whoever runs the program may want to know. */
    void note(String what);

    /** Something went wrong and was dealt with. */
    void caught(String doing, Throwable why);

    /** A journal that keeps nothing. */
    Journal SILENT = new Journal() {
        @Override
        public void note(String what) {}

        @Override
        public void caught(String doing, Throwable why) {}
    };

    /** A journal that prints, one line for each event. */
    static Journal printing(PrintStream out) {
        return new Journal() {
            @Override
            public void note(String what) {
                out.println(what);
            }

            @Override
            public void caught(String doing, Throwable why) {
                out.println(doing + ": " + why.getMessage());
            }
        };
    }
}
