package jim.engine.router;

import jim.protocol.Frame;

/**
 * What a router must know of an object, found in one pass that builds no tree: the texts of {@code action}, {@code to} and
 * {@code from}, and {@code account_name} one level deeper. The pass ends as soon as it is known where a message goes, which
 * most clients say before the message itself. A text with an escape counts as not there.
 */
final class Glance {
    private final Frame frame;
    private int at;
    private int depth;
    private boolean expectsKey;
    private int keyFrom;
    private int keyTo;
    private String action;
    private String to;
    private String from;
    private String account;

    private Glance(Frame frame) {
        this.frame = frame;
    }

    /** Looks at {@code frame}, one whole object. */
    static Glance at(Frame frame) {
        Glance glance = new Glance(frame);
        while (glance.at < frame.length() && !glance.knowsWhereTo()) {
            glance.step(frame.byteAt(glance.at++));
        }
        return glance;
    }

    private boolean knowsWhereTo() {
        return to != null && from != null && action != null;
    }

    /** What stands in an array is taken for keys, which nothing belongs to. */
    private void step(byte b) {
        switch (b) {
            case '{', '[' -> {
                depth++;
                expectsKey = true;
            }
            case '}', ']' -> depth--;
            case ',' -> expectsKey = true;
            case ':' -> expectsKey = false;
            case '"' -> text();
            default -> {}
        }
    }

    /** A text begins: a key, or a value that belongs to the last key. */
    private void text() {
        int start = at;
        boolean plain = true;
        for (byte b = frame.byteAt(at); b != '"'; b = frame.byteAt(++at)) {
            if (b == '\\') {
                plain = false;
                at++;
            }
        }
        if (expectsKey) {
            keyFrom = start;
            keyTo = at;
        } else if (plain) {
            keep(start, at);
        }
        at++;
    }

    private void keep(int start, int end) {
        if (depth == 2 && key("account_name")) {
            account = frame.text(start, end);
        } else if (depth == 1 && key("to")) {
            to = frame.text(start, end);
        } else if (depth == 1 && key("from")) {
            from = frame.text(start, end);
        } else if (depth == 1 && key("action")) {
            action = frame.text(start, end);
        }
    }

    private boolean key(String name) {
        if (keyTo - keyFrom != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (frame.byteAt(keyFrom + i) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String action() {
        return action == null ? "" : action;
    }

    /** To whom a message goes, or null. */
    String to() {
        return to;
    }

    /** From whom a message claims to be, or null. */
    String from() {
        return from;
    }

    /** Who a presence says is here, or null. */
    String account() {
        return account;
    }
}
