package jim.docs;

import java.util.List;

/**
 * A fenced block of a page.
 *
 * @param page the page's path from the root of the repository
 * @param line the number of its opening line, from 1
 * @param info what stands behind the opening marks
 * @param lines what stands between the marks
 */
record Fence(String page, int line, String info, List<String> lines) {
    Fence {
        lines = List.copyOf(lines);
    }

    /** The first word of the info string. */
    String kind() {
        return info.split(" ", 2)[0];
    }

    /** What follows the kind; empty when nothing does. */
    String argument() {
        return info.substring(kind().length()).strip();
    }

    /** How a test names it. */
    String name() {
        return page + ":" + line + " " + kind();
    }
}
