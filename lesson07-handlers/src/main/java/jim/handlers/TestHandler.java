package jim.handlers;

/** The command of the original server: it says that all is well. A class of its own, bound by the mark above it. */
@Handles("10000")
final class TestHandler implements RequestHandler {
    @Override
    public Answer handle(Request request) {
        return Answer.ok();
    }
}
