package jim.launcher;

/** What a child is, as far as its lines tell. */
enum Role {
    /** Says in JSON that it listens. That line is for programs; a person is told in a sentence. */
    SERVER {
        @Override
        boolean isReady(String line) {
            return ReadyLine.port(line).isPresent();
        }

        @Override
        boolean isShown(String line) {
            return !isReady(line);
        }
    },
    /** Says to the person that it is connected. */
    CLIENT {
        @Override
        boolean isReady(String line) {
            return line.startsWith("Connected to ");
        }

        @Override
        boolean isShown(String line) {
            return true;
        }
    };

    /** Whether {@code line} says that the child does its work now. */
    abstract boolean isReady(String line);

    /** Whether {@code line} is for the screen. */
    abstract boolean isShown(String line);
}
