package jim.launcher;

import java.io.IOException;
import jim.cli.Stop;

/** Where control lines come from. */
interface Input {
    /** What stands first on the screen, before anything is started. */
    String greeting();

    /** Has {@code control} obey all lines, now that the children run; returns when the run is over. */
    void run(Control control, Screen screen) throws Stop, InterruptedException, IOException;
}
