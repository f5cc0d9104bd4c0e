/**
 * Starts one server and its clients as processes of their own, shows what each prints, and obeys lines that say what
 * each is to do next.
 *
 * <p>The way of a typed line: {@link jim.launcher.Launcher} → {@link jim.launcher.Orders} (what does it mean?) →
 * {@link jim.launcher.Control} (do it) → {@link jim.launcher.Child} (to whom). The way back: {@link
 * jim.launcher.ChildProcess} (whole lines) → {@link jim.launcher.Child} → {@link jim.launcher.Transcript} (for scripts)
 * and {@link jim.launcher.Screen} (for people).
 *
 * <p>Threads: the main thread alone reads lines and starts children. Each child process has two threads that read what
 * it prints. Whoever comes first ends the children: the main thread, or the JVM's shutdown hook after a signal.
 */
package jim.launcher;
