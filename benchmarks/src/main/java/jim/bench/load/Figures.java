package jim.bench.load;

import java.util.List;
import java.util.Locale;

/**
 * What was measured of one server.
 *
 * @param deliveredPerSecond messages
 * @param cpuPerMillion the server's seconds of processor time for a million messages
 * @param idleBytes the memory that one more connection costs which is logged in and says nothing
 */
record Figures(String name, double deliveredPerSecond, double cpuPerMillion, double idleBytes) {
    /** A table in Markdown; each is compared with the first. */
    static String table(List<Figures> all) {
        StringBuilder table = new StringBuilder("| | messages/s | × the first | CPU s per million | × the first "
                + "| KiB per idle connection |\n|---|--:|--:|--:|--:|--:|\n");
        Figures first = all.get(0);
        for (Figures one : all) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %,.0f | %.2f | %.2f | %.2f | %.1f |%n",
                    one.name,
                    one.deliveredPerSecond,
                    one.deliveredPerSecond / first.deliveredPerSecond,
                    one.cpuPerMillion,
                    one.cpuPerMillion / first.cpuPerMillion,
                    one.idleBytes / 1_024));
        }
        return table.toString();
    }
}
