package jim.cli;

/** How a program of the course ended, for the shell. */
public enum ExitCode {
    /** Fine. */
    OK(0),
    /** A bug of ours. */
    BUG(1),
    /** The command line was not understood. */
    USAGE(2),
    /** No server answers, or it went away before everything was sent. */
    NO_SERVER(3),
    /** The server refused the name, or the request. */
    REFUSED(4),
    /** A script expected a line that did not come. */
    EXPECTATION_FAILED(5),
    /** The folder in which the server keeps everything cannot be used. */
    NO_STORE(6),
    /** The server cannot listen where it was told to. */
    CANNOT_LISTEN(7),
    /** What there was to print could not be written. */
    NOT_PRINTED(8);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number that the shell sees. */
    public int code() {
        return code;
    }
}
