package jim.launcher;

import jim.cli.Stop;

/** A control line that was understood. */
interface Order {
    /**
     * Does what the line says.
     *
     * @throws Stop when it cannot be done; a script ends then, a person is told
     */
    void obey(Control control) throws Stop, InterruptedException;
}
